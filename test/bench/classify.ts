import { readUnderstanding } from '../../src/run/data.ts';
import { figure, percentile } from './percentile.ts';

const texts = [
  '我上周在你们网上商城买的电饭煲，今天收到是坏的，外壳都裂了，我要求退款，不处理我就找媒体曝光！订单号 20261115888123，电话 13912345678。',
  'My parcel never arrived, order 20261109-4471. I have called three times and nobody answers. I want my money back or I will go to the ombudsman.',
  '业主占领售楼处商讨示威事宜',
  'thank you, that was quick and kind',
];

/** Texts understood per second on one core, and the slowest of 500 characters. */
export const measureClassify = async (): Promise<readonly string[]> => {
  const understand = await readUnderstanding();
  const rounds = 3000;
  for (let round = 0; round < 200; round++) understand(texts[round % texts.length] ?? '');
  const start = performance.now();
  for (let round = 0; round < rounds; round++) understand(`${texts[round % texts.length]}${round}`);
  const perSecond = rounds / ((performance.now() - start) / 1000);
  const long = (texts[0] ?? '').repeat(10).slice(0, 500);
  const times = Array.from({ length: 1000 }, (_, round) => {
    const from = performance.now();
    understand(`${long}${round}`);
    return performance.now() - from;
  });
  return [
    `understanding         ${figure(perSecond)} texts/s on one core (mean ${figure(texts.join('').length / texts.length)} characters)`,
    `  500 characters      p50 ${figure(percentile(times, 0.5), 2)} ms, p99 ${figure(percentile(times, 0.99), 2)} ms`,
  ];
};
