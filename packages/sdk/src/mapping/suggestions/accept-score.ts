/** From this score on, name and type agree so well that a suggestion may be accepted unread. */
export const ACCEPT_SCORE = 0.8
