#!/usr/bin/env bash
# Starts the built product on the PostgreSQL and Redis that DATABASE_ADMIN_URL and REDIS_URL name, as a demonstration in
# production's environment, and verifies it. Leaves the database behind.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

: "${DATABASE_ADMIN_URL:?}" "${REDIS_URL:?}"
port=${PORT:-3000}
files=$(mktemp -d)
secret() { openssl rand -hex 32; }
login() { node -p 'const url = new URL(process.argv[1]); [url.username, url.password, url.pathname] = process.argv.slice(2); url.href' \
  "$DATABASE_ADMIN_URL" "$1" "$(secret)" canar_db; }

export NODE_ENV=production CANAR_DEMO=true PORT=$port PUBLIC_URL=http://localhost:$port SITE_DIR=$PWD/apps/web/out STORAGE_DIR=$files LOG_LEVEL=warn
JWT_SECRET=$(secret) SANDBOX_SECRET=$(secret) DATABASE_URL=$(login canar_app) DATABASE_MIGRATION_URL=$(login canar_owner)
export JWT_SECRET SANDBOX_SECRET DATABASE_URL DATABASE_MIGRATION_URL

node dist/apps/api/prepare-database.mjs
node dist/apps/api/migrate.mjs
node --enable-source-maps dist/apps/api/main.mjs &
api=$!
trap 'kill "$api" 2>/dev/null; wait "$api" 2>/dev/null || true; rm -rf "$files"' EXIT
until curl --fail --silent --output /dev/null "http://localhost:$port/api/health/ready"; do
  kill -0 "$api" || { echo 'The API ended before it was ready.' >&2 && exit 1; }
  sleep 0.2
done
npm run --silent verify -- "http://localhost:$port"
