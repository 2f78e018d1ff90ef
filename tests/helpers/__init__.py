"""What the tests share: small timelines, attacks, hosts of an embed; and commands for use by hand."""
