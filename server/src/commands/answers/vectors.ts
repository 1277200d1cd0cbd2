import { embed } from '@silian/algorithms/answer-matching/embedding-endpoint'
import type { Entry } from '@silian/algorithms/answer-matching/entry'
import { Misuse } from '../misuse.ts'

const textOf = ({ title, description }: Entry) => [title, description ?? ''].filter((part) => part !== '').join('\n')

/** One more signal, when an endpoint is named; undefined otherwise. */
export async function vectorsFor(needs: readonly Entry[], answers: readonly Entry[], endpoint: string | undefined, model: string) {
  if (endpoint === undefined) return undefined
  try {
    const [asked, offered] = [await embed(needs.map(textOf), { endpoint, model }), await embed(answers.map(textOf), { endpoint, model })]
    const needVectors = new Map(needs.map(({ id }, at) => [id, asked[at]!]))
    const answerVectors = new Map(answers.map(({ id }, at) => [id, offered[at]!]))
    return (needId: string) => ({ need: needVectors.get(needId)!, answers: answerVectors })
  } catch (error) {
    throw new Misuse(`向量接口没有给出可用的答复：${error instanceof Error ? error.message : String(error)}`, { withUsage: false })
  }
}
