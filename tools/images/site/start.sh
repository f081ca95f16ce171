#!/bin/sh
# Writes down where nginx listens, where the API is and who resolves its name, then becomes nginx. `start.sh -t` tests that only.
set -eu

resolver=$(awk '$1 == "nameserver" { print ($2 ~ /:/) ? "[" $2 "]" : $2; exit }' /etc/resolv.conf)
sed -e "s|@PORT@|${PORT}|" -e "s|@API_ADDRESS@|${API_ADDRESS}|" -e "s|@RESOLVER@|${resolver:-127.0.0.1}|" \
  /srv/nginx/nginx.conf >/tmp/nginx.conf
exec nginx -c /tmp/nginx.conf "$@"
