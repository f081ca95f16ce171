// breaks: no-warning-comments
// TODO: round in the buyer's favour
export const round = Math.floor;
