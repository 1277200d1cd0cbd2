import { scoreText, type Wording } from './wording.ts'

export const zhHant: Wording = {
  reasons: {
    placed: (r, name, extra) => `你已被安排到「${name}」（第 ${r.choice} 志願${extra ? `，${extra}預留名額` : ''}）。`,
    'placed-better': (r, name) => `無需考慮「${name}」：你已獲得排在它之前的第 ${r.placedChoice} 志願。`,
    'not-ranked': (_, name) => `「${name}」未對你評分，無法安排。`,
    'not-eligible': (_, name, extra) => `「${name}」不能考慮你的申請：${extra}。`,
    'no-seats': (_, name) => `「${name}」本輪沒有名額。`,
    'round-closed': (r, name) => `「${name}」的 ${r.confirmed} 個名額已在前一輪全部確認。`,
    'class-closed': (r, name) => `「${name}」未能開班：至少需要 ${r.min} 人，只有 ${r.had} 人。`,
    'reserve-only-left': (r, name, extra) =>
      `「${name}」的普通名額由排名在你之前的申請人獲得` +
      (r.openLast === null ? '' : `（最後一名 ${scoreText(r.openLast)} 分，你 ${scoreText(r.yourScore)} 分）`) +
      `；其餘 ${r.reservedSeats} 個名額按公佈的「${extra}」預留規則安排。`,
    'cap-reached': (r, name, extra) => `「${name}」未能安排你：「${extra}」的上限（${r.max} 人）已滿。`,
    'tie-refused': (r, name) => `「${name}」有 ${r.tied} 人同為 ${scoreText(r.score)} 分，${r.seats} 個名額容納不下；按本輪規則，同分者均不安排。`,
    'below-limit': (r, name) =>
      `你的 ${scoreText(r.yourScore)} 分低於「${name}」的錄取線；該崗位 ${r.seats} 個名額安排了 ${r.filled} 人，因為按本輪規則，容納不下的同分者均不安排。`,
    'by-total': (_, name) => `「${name}」安排給了他人：本輪以全體總滿意度最大為目標，不逐一比較崗位排名。`,
    'came-later': (r, name) => `「${name}」的 ${r.seats} 個名額已由志願更靠前的申請人獲得。`,
    'seat-left': (_, name) => `按本輪規則，「${name}」留有空餘名額；已列入核查結果，轉入下一輪。`,
  },
  outranked: {
    'below-cutoff': (r, name) => {
      const before = `未能安排到「${name}」：${r.seats} 個名額均由排名在你之前的申請人獲得`
      return r.lastScore === null
        ? [`${before}（你為第 `, `/${r.applicants} 名）。`]
        : [`${before}（你 `, ' 分，第 ', `/${r.applicants} 名；最後一名 ${scoreText(r.lastScore)} 分）。`]
    },
    'lost-keys': (r, name) => [
      `「${name}」最後一名與你同為 ${scoreText(r.score)} 分；按公佈的同分規則你為第 `,
      `/${r.applicants} 名，在 ${r.seats} 個名額之後。`,
    ],
    'lost-lottery': (r, name) => [
      `「${name}」最後的名額由同為 ${scoreText(r.score)} 分的申請人抽籤決定；你的抽籤順序為第 `,
      r.lastNumber === null ? '，在最後一名之後。' : `，最後一名為第 ${r.lastNumber}。`,
    ],
  },
  claims: {
    'deferred-acceptance': '延遲接受：不存在雙方都更願意選擇對方的學生與崗位；如實填報志願對學生最有利。',
    'common-ranking': '全體共用一個排名：平行志願與延遲接受結果相同。',
    'owner-ranking': '每家企業只有一個排名和一個總名額，其選擇與單個崗位同樣可靠。',
    'weakly-stable': '除會突破已滿的區域上限的願望之外，結果穩定。',
    'post-optimal': '由崗位提出邀請：對崗位最優、對學生最不利的穩定結果。',
    'stable-not-efficient': '穩定優先：可能有學生願意互換，但互換會越過他人的排名。',
    'over-capacity': '同分者同等對待，崗位可能超出名額。',
    'score-limits': '在同分同待遇的分數線意義上穩定。',
    'ties-manipulable': '同分者一併處理時，隱瞞志願可能獲益。',
    closing: '低於最低人數的班不開；仍可能有足夠多的學生更願意上已關閉的班，隱瞞志願也可能獲益。',
    'crossing-caps': '上限跨崗位交叉時，任何機制都不能兼顧所有承諾；未滿足之處列在核查結果中。',
    'reserves-with-school-caps': '同一崗位的預留名額與學校上限可能相互影響；結果經核查，但不作承諾。',
    'total-satisfaction': '以總量最大為目標；個別學生可能被排名更低的人越過，隱瞞志願也可能獲益。',
    'immediate-acceptance': '名額先給把崗位排在更前的人：僅供教學。',
    'maximum-total': '不能在不損害他人的情況下讓任何人更好。',
    'serial-choice': '學生按同一排名依次選擇：隱瞞志願不會獲益，也沒有可以互換的餘地。',
    'caps-bind-order': '共享上限按公佈的順序分配；對學生更好的結果可能存在。',
    'earlier-rounds': '本輪的承諾成立，但前輪已確認的名額不再變動。',
  },
}
