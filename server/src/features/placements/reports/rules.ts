/** Hours until the school has answered a problem. */
export const answerReportWithinHours = 24
