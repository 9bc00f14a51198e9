/** 员工看到的模型研判提示，中文。 */
export const reading = {
  proposal: '细读原文，可能应为 {severity} 级。由您决定是否调整，系统不会自行改动。依据的原话：',
};
