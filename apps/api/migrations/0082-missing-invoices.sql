-- A job issues the invoices of payments that were recorded before there were invoices.
GRANT SELECT (tenant_id, id) ON billing.payments TO canar_jobs;
CREATE POLICY jobs ON billing.payments FOR SELECT TO canar_jobs USING (true);
GRANT SELECT (tenant_id, payment_id, kind) ON billing.invoices TO canar_jobs;
CREATE POLICY jobs ON billing.invoices FOR SELECT TO canar_jobs USING (true);
