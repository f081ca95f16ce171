# shellcheck shell=bash
# Who carries the mail of a stage, and what its operator has to know about that.

# print_mail: after the addresses of a release.
print_mail() {
  local open
  case $CARRIER in
    ses)
      step 'Amazon SES' 'aws sesv2 get-account says whether the account is in the sandbox of SES.'
      ask open True aws sesv2 get-account --query ProductionAccessEnabled --output text
      if [ "$open" = True ]; then
        printf '  Mail          Amazon SES, from hello@%s\n' "${DOMAIN%%/*}"
        return
      fi
      cat <<TEXT
  Mail          AMAZON SES IS IN ITS SANDBOX: it writes to addresses that you have verified, and to nobody else. To leave it, once in an account:
                aws sesv2 put-account-details --production-access-enabled --mail-type TRANSACTIONAL --website-url $URL \\
                  --contact-language EN --use-case-description 'Confirmations, sign-in links and receipts to people with an account.'
                AWS answers within a day.
TEXT
      ;;
    smtp) printf '  Mail          the server in the secret %s\n' "$(named cpm/smtp-url)" ;;
    captured)
      cat <<TEXT
  Mail          IS CAPTURED AND REACHES NOBODY. Read it at $URL/api/dev/mailbox?secret=… with the secret of
                aws secretsmanager get-secret-value --region $REGION --secret-id $(named cpm/mailbox-secret) --query SecretString --output text
                Whoever has that secret can take over every account of this stage.
TEXT
      ;;
  esac
}
