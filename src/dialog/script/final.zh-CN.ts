import type { Lines } from './say.ts';

/** 给投诉人的最终答复，中文。 */
export const finalZh: Lines<'final' | 'ways' | 'stillHere'> = {
  final: '关于您的投诉（{number}），我们的最终答复如下：',
  ways: '如果您不同意这个结果，还可以通过以下途径反映：',
  stillHere: '您也随时可以在这里联系我们；有新的情况，我们会重新核实。',
};
