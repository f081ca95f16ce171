// breaks: noInlineConfig
/* eslint-disable no-var */
export const trail: string[] = [];
