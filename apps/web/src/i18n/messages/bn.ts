import common from './bn/common.json';
import site from './bn/site.json';
import auth from './bn/auth.json';
import problems from './bn/problems.json';
import account from './bn/account.json';
import credits from './bn/credits.json';
import billing from './bn/billing.json';
import profiles from './bn/profiles.json';
import editor from './bn/editor.json';
import settings from './bn/settings.json';
import legal from './bn/legal.json';
import changelog from './bn/changelog.json';
import help from './bn/help.json';
import start from './bn/start.json';
import statistics from './bn/statistics.json';
import operator from './bn/operator.json';

/** The Bengali catalogue. */
export const bn = {
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
