import common from './common.json';
import site from './site.json';
import door from './door.json';
import problems from './problems.json';
import account from './account.json';
import credits from './credits.json';
import billing from './billing.json';
import profiles from './profiles.json';
import editor from './editor.json';
import settings from './settings.json';

/** The English catalogue. */
export const en = { common, site, door, problems, account, credits, billing, profiles, editor, settings };
