/** 对员工命令的答复，中文。 */
export const desk = {
  none: '没有找到。',
  mine: '您受理的投诉共 {count} 件。',
  unclaimed: '尚无人接手的投诉 {count} 件：',
  line: '{number} · {severity} 级 · {type} · {stage}{next}',
  next: ' · {clock} {when}',
  found: '找到 {count} 件：',
  help: '/complaint new——登记电话或门店投诉\n/complaint mine——我受理的投诉\n/complaint status 编号——查看某件投诉\n/complaint search 关键词——查找投诉',
  recorded: '已登记，编号 {number}。',
  whatMissing: '请填写发生了什么。',
};
