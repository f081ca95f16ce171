/** Every disagreement among the rows of one tenant ($1), except those that only the hashes show. */
export const ledgerFaultsSql = `
  WITH pairs AS (
    SELECT t.id, t.kind, t.reference, t.reverses, t.source, t.expires_at, t.hash_version, t.effective_at,
           min(e.sequence) AS sequence, max(e.amount) FILTER (WHERE e.book = 'wallet') AS amount,
           max(e.balance_after) AS balance_after,
           count(e.*) = 2 AND sum(e.amount) = 0 AND max(e.sequence) - min(e.sequence) = 1
             AND min(e.sequence) = min(e.sequence) FILTER (WHERE e.book = 'wallet')
             AND min(e.balance_after) = max(e.balance_after) AND bool_and(e.effective_at = t.effective_at)
             AND (t.kind, max(e.book) FILTER (WHERE e.book <> 'wallet'), sign(max(e.amount) FILTER (WHERE e.book = 'wallet'))) IN (
               ('grant', 'issued', 1), ('charge', 'spent', -1), ('reversal', 'spent', 1), ('expiry', 'expired', -1),
               ('take_back', 'taken_back', -1)) AS whole
    FROM credits.transactions t
    LEFT JOIN credits.entries e ON e.tenant_id = t.tenant_id AND e.transaction_id = t.id
    WHERE t.tenant_id = $1 GROUP BY t.tenant_id, t.id
  ), grants AS (SELECT * FROM credits.grants WHERE tenant_id = $1
  ), allocations AS (SELECT * FROM credits.allocations WHERE tenant_id = $1
  ), used AS (SELECT transaction_id, sum(amount) AS amount FROM allocations GROUP BY 1
  ), moved AS (SELECT grant_id, sum(amount) AS amount FROM allocations GROUP BY 1
  ), faults AS (
    SELECT 'transaction' AS rule, sequence, id AS subject FROM pairs WHERE whole IS NOT TRUE
    UNION ALL
    SELECT 'balance', sequence, id FROM (
      SELECT *, lag(balance_after, 1, 0::bigint) OVER (ORDER BY sequence) AS before FROM pairs) walked
    WHERE (balance_after = before + amount) IS NOT TRUE
    UNION ALL
    SELECT 'allocations', p.sequence, p.id FROM pairs p LEFT JOIN used u ON u.transaction_id = p.id
    WHERE (CASE p.kind WHEN 'grant' THEN u.amount IS NULL ELSE u.amount = p.amount END) IS NOT TRUE
    UNION ALL
    SELECT 'grant', p.sequence, coalesce(g.id, p.id)
    FROM grants g FULL JOIN (SELECT * FROM pairs WHERE kind = 'grant') p ON p.id = g.transaction_id
    WHERE (g.amount = p.amount AND g.reference = p.reference AND g.granted_at = p.effective_at
      AND (p.hash_version = 1 OR (g.source = p.source AND g.expires_at IS NOT DISTINCT FROM p.expires_at))) IS NOT TRUE
    UNION ALL
    SELECT 'remaining', p.sequence, g.id FROM grants g
    LEFT JOIN moved m ON m.grant_id = g.id LEFT JOIN pairs p ON p.id = g.transaction_id
    WHERE g.remaining <> g.amount + coalesce(m.amount, 0)
    UNION ALL
    SELECT 'reversal', r.sequence, r.id FROM pairs r LEFT JOIN pairs c ON c.id = r.reverses
    WHERE r.kind = 'reversal' AND ((c.kind = 'charge' AND r.amount = -c.amount AND r.reference = c.reference) IS NOT TRUE
      OR EXISTS (SELECT FROM allocations a WHERE a.transaction_id IN (r.id, c.id) GROUP BY a.grant_id HAVING sum(a.amount) <> 0))
    UNION ALL
    SELECT 'expiry', p.sequence, p.id FROM pairs p WHERE p.kind IN ('expiry', 'take_back') AND NOT EXISTS (
      SELECT FROM allocations a JOIN grants g ON g.id = a.grant_id
      WHERE a.transaction_id = p.id AND a.grant_id = p.reference AND (p.kind = 'take_back' OR g.expires_at <= p.effective_at))
    UNION ALL
    SELECT 'account', a.last_sequence, a.tenant_id FROM credits.accounts a
    LEFT JOIN LATERAL (
      SELECT sequence, balance_after, hash FROM credits.entries WHERE tenant_id = $1 ORDER BY sequence DESC LIMIT 1) last ON true
    WHERE a.tenant_id = $1 AND ((a.last_sequence, a.balance, a.last_hash) IS DISTINCT FROM
        (coalesce(last.sequence, 0), coalesce(last.balance_after, 0), coalesce(last.hash, decode(repeat('00', 32), 'hex')))
      OR a.balance <> (SELECT coalesce(sum(amount), 0) FROM pairs)
      OR a.balance <> (SELECT coalesce(sum(remaining), 0) FROM grants))
  )
  SELECT rule, sequence, subject FROM faults ORDER BY sequence NULLS LAST, rule, subject LIMIT 100`;
