import common from './kn/common.json';
import site from './kn/site.json';
import auth from './kn/auth.json';
import problems from './kn/problems.json';
import account from './kn/account.json';
import credits from './kn/credits.json';
import billing from './kn/billing.json';
import profiles from './kn/profiles.json';
import editor from './kn/editor.json';
import settings from './kn/settings.json';
import legal from './kn/legal.json';
import changelog from './kn/changelog.json';
import help from './kn/help.json';
import start from './kn/start.json';
import statistics from './kn/statistics.json';
import operator from './kn/operator.json';

/** The Kannada catalogue. */
export const kn = {
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
