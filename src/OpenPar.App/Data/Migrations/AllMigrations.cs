using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OpenPar.App.Data.Migrations;

[DbContext(typeof(OpenParDb)), Migration("0001_organisations")]
public sealed class M0001 : SqlMigration;

[DbContext(typeof(OpenParDb)), Migration("0002_accounts")]
public sealed class M0002 : SqlMigration;

[DbContext(typeof(OpenParDb)), Migration("0003_frameworks")]
public sealed class M0003 : SqlMigration;

[DbContext(typeof(OpenParDb)), Migration("0004_rounds")]
public sealed class M0004 : SqlMigration;

[DbContext(typeof(OpenParDb)), Migration("0005_evidence")]
public sealed class M0005 : SqlMigration;

[DbContext(typeof(OpenParDb)), Migration("0006_audit")]
public sealed class M0006 : SqlMigration;

[DbContext(typeof(OpenParDb)), Migration("0007_framework_drafts")]
public sealed class M0007 : SqlMigration;

[DbContext(typeof(OpenParDb)), Migration("0008_framework_versions")]
public sealed class M0008 : SqlMigration;

[DbContext(typeof(OpenParDb)), Migration("0009_calendars_and_targets")]
public sealed class M0009 : SqlMigration;

[DbContext(typeof(OpenParDb)), Migration("0010_papers")]
public sealed class M0010 : SqlMigration;

[DbContext(typeof(OpenParDb)), Migration("0011_plans")]
public sealed class M0011 : SqlMigration;

[DbContext(typeof(OpenParDb)), Migration("0012_paper_formalities")]
public sealed class M0012 : SqlMigration;

[DbContext(typeof(OpenParDb)), Migration("0013_assignment_reviews")]
public sealed class M0013 : SqlMigration;

[DbContext(typeof(OpenParDb)), Migration("0014_evidence_library")]
public sealed class M0014 : SqlMigration;

[DbContext(typeof(OpenParDb)), Migration("0015_seasons")]
public sealed class M0015 : SqlMigration;

[DbContext(typeof(OpenParDb)), Migration("0016_second_factor")]
public sealed class M0016 : SqlMigration;

[DbContext(typeof(OpenParDb)), Migration("0017_round_setup")]
public sealed class M0017 : SqlMigration;

[DbContext(typeof(OpenParDb)), Migration("0018_appraisal")]
public sealed class M0018 : SqlMigration;

[DbContext(typeof(OpenParDb)), Migration("0019_results")]
public sealed class M0019 : SqlMigration;

[DbContext(typeof(OpenParDb)), Migration("0020_sheet_closing")]
public sealed class M0020 : SqlMigration;

[DbContext(typeof(OpenParDb)), Migration("0021_reorganisations")]
public sealed class M0021 : SqlMigration;

[DbContext(typeof(OpenParDb)), Migration("0030_document_numbers")]
public sealed class M0030 : SqlMigration;

[DbContext(typeof(OpenParDb)), Migration("0031_planner")]
public sealed class M0031 : SqlMigration;

[DbContext(typeof(OpenParDb)), Migration("0032_unused_files")]
public sealed class M0032 : SqlMigration;

[DbContext(typeof(OpenParDb)), Migration("0033_task_evidence")]
public sealed class M0033 : SqlMigration;

[DbContext(typeof(OpenParDb)), Migration("0034_row_notes")]
public sealed class M0034 : SqlMigration;

[DbContext(typeof(OpenParDb)), Migration("0035_second_factor_roles")]
public sealed class M0035 : SqlMigration;

[DbContext(typeof(OpenParDb)), Migration("0036_newest_documents")]
public sealed class M0036 : SqlMigration;

[DbContext(typeof(OpenParDb)), Migration("0037_seen_rows")]
public sealed class M0037 : SqlMigration;

[DbContext(typeof(OpenParDb)), Migration("0038_revoked_reorganisations")]
public sealed class M0038 : SqlMigration;

[DbContext(typeof(OpenParDb)), Migration("0039_council_attendance")]
public sealed class M0039 : SqlMigration;
