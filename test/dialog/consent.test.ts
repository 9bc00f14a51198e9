import { expect, it } from 'vitest';
import { isConsent, wantsNoChange } from '../../src/dialog/moves/consent.ts';

it.each([
  '是',
  '好的，谢谢',
  '行吧，就这样',
  '可以，就按你们说的办',
  '我接受这个方案，请尽快安排',
  '同意，退到原来的银行卡就行',
  '没有问题，我同意，辛苦了',
  '要的',
  'Yes, please.',
  "OK, that's fine by me. Thank you for your help",
  'I accept the offer. Please send it to my home address.',
  'That works for me, go ahead',
  "yes I'm happy with that",
])('agrees [S1.6]: %s', (text) => expect(isConsent(text)).toBe(true));

it.each([
  '就是客服陈宇，他骂人，我要投诉他',
  '是陈宇干的',
  '对，就是那个师傅，满身酒气',
  '可以是可以，但是太慢了',
  '好的，那什么时候退？',
  '行，不过运费谁出',
  '好，你们先把那个客服开除',
  '我要你们给个说法',
  '谢谢',
  '收到',
  'yes but the money first',
  'Right, and the guy who came was drunk',
  'OK. And what about the delivery fee?',
  'sure, the driver John swore at me',
  'fine, if you pay the postage',
  'yes, I want to complain about him',
])('agrees to nothing [S1.6]: %s', (text) => expect(isConsent(text)).toBe(false));

it.each([
  '没有要改的了，对，就这样',
  '不用改了，谢谢',
  '没什么要修改的',
  'Nothing to change, thanks.',
  "no, it's fine as it is",
  'No changes needed',
])('changes nothing: %s', (text) => expect(wantsNoChange(text)).toBe(true));

it.each([
  '没有，改一下电话',
  '对，日期改成周一',
  '没有要改的，就是电话错了',
  'nothing to change but the date',
  '对',
])('may change something: %s', (text) => expect(wantsNoChange(text)).toBe(false));
