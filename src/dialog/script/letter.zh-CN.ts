/** 书面答复的版式文字，中文。 */
export const letterZh = {
  title: '关于投诉 {number} 的书面答复',
  reference: '编号：{reference}',
  page: '第 {page} 页，共 {pages} 页',
  proof: '第 {version} 版 · SHA-256 {sha256}',
  draft: '审核稿 · 尚未发出',
  cover: '附件是我们对投诉 {number} 的书面答复（PDF），请您查收。',
  coverText: '想直接看文字的话，按下面的按钮就行。',
  asText: '看文字版',
  gone: '这份书面答复已经不在这里了，需要的话请告诉我，我请同事重新发给您。',
} as const;
