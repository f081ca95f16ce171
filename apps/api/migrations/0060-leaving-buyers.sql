-- Who buys is erased with the tenant; issued documents stay unaltered.
GRANT SELECT (tenant_id), DELETE ON billing.buyers TO canar_jobs;
CREATE POLICY erasure ON billing.buyers TO canar_jobs USING (auth.is_erased(tenant_id)) WITH CHECK (false);
