/** Working days the authority has for its answer. Rule 1.45 asks for a channel and names no clock: this one is ours. */
export const answerComplaintWithin = 10
