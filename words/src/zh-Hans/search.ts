export const search = {
  title: '查找“{{text}}”',
  titleEmpty: '查找',
  lead: '单位、岗位、学生和轮次，只列出你能看到的。',
  organisations: '单位',
  needs: '岗位需求',
  students: '学生',
  rounds: '轮次',
  all: '全部 {{count}} 条',
  none: '没有找到“{{text}}”。单位可以用名称、拼音首字母或代码，学生可以用姓名或学号。',
  ask: '在上面的框里写名称、姓名或编号，按回车。',
} as const
