/**
 * Reviewed by eye: what the dictionary gets wrong for us. Left is what it answers, right is what we write.
 * Characters and names hold for every text, also for what people typed.
 */
export const characters: readonly (readonly [string, string])[] = [
  // places and names of the district keep their own writing
  ['裏水', '里水'],

  // forms that are read in Hong Kong, Macao and Taiwan alike
  ['羣', '群'],
  ['峯', '峰'],
  ['啓', '啟'],
  ['喫', '吃'],
  ['麪', '麵'],
  ['纔', '才'],
  ['複覈', '覆核'],
  ['複核', '覆核'],
  ['覈', '核'],
  ['彙總', '匯總'],
  ['傢俱', '傢具'],
]

/** Only for our own sentences: words that are said otherwise where traditional characters are written. */
export const vocabulary: readonly (readonly [string, string])[] = [
  ['登錄', '登入'],
  ['退出登入', '登出'],
  ['周志', '週誌'],
  ['週志', '週誌'],
  ['}} 周', '}} 週'],
  ['週歲', '周歲'],
  ['郵箱', '電郵'],
  ['短信', '短訊'],
  ['打印', '列印'],
  ['上傳', '上載'],
  ['屏幕', '螢幕'],
  ['默認', '預設'],
  ['鏈接', '連結'],
  ['搜索', '搜尋'],
  ['設置', '設定'],
  ['視頻', '影片'],
  ['聯網', '連線'],
  ['斷網', '離線'],
  ['手機號', '手機號碼'],
  ['手機號碼碼', '手機號碼'],
]
