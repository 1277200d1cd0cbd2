export const usage = `silian sheet --as organisations|students|posts FILE [--json]
    读一个表格，列出所有行和所有错误：{ rows, errors: [{ row, column, value, reason }] }。不需要数据库。`

export const run = async (): Promise<number> => 2
