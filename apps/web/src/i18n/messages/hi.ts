import common from './hi/common.json';
import site from './hi/site.json';
import auth from './hi/auth.json';
import problems from './hi/problems.json';
import account from './hi/account.json';
import credits from './hi/credits.json';
import billing from './hi/billing.json';
import profiles from './hi/profiles.json';
import editor from './hi/editor.json';
import settings from './hi/settings.json';
import legal from './hi/legal.json';
import changelog from './hi/changelog.json';
import help from './hi/help.json';
import start from './hi/start.json';
import statistics from './hi/statistics.json';
import operator from './hi/operator.json';

/** The Hindi catalogue. */
export const hi = {
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
