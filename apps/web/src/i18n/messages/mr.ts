import common from './mr/common.json';
import site from './mr/site.json';
import auth from './mr/auth.json';
import problems from './mr/problems.json';
import account from './mr/account.json';
import credits from './mr/credits.json';
import billing from './mr/billing.json';
import profiles from './mr/profiles.json';
import editor from './mr/editor.json';
import settings from './mr/settings.json';
import legal from './mr/legal.json';
import changelog from './mr/changelog.json';
import help from './mr/help.json';
import start from './mr/start.json';
import statistics from './mr/statistics.json';
import operator from './mr/operator.json';

/** The Marathi catalogue. */
export const mr = {
  common,
  site,
  auth,
  problems,
  account,
  credits,
  billing,
  profiles,
  editor,
  settings,
  legal,
  changelog,
  help,
  start,
  statistics,
  operator,
};
