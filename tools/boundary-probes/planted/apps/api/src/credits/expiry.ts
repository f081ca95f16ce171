// breaks: house/environment-in-one-place
export const daysOfGrace = Number(process.env['DAYS_OF_GRACE']);
