using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Organisations.Reorganising;
using OpenPar.Core.Organisations.Reorganising.Revoking;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;

namespace OpenPar.Core.Tests.Organisations.Reorganising;

/// <summary>
/// A province that lives in memory: it carries out steps, people type into it, and it tells what stands. Everything in it is invented.
/// </summary>
internal sealed class SmallProvince
{
    public static readonly DateOnly Day = new(2025, 7, 1);
    public static readonly FrameworkId Set = FrameworkId.Parse("noi-bo/1-2025");
    private static readonly string[] Codes = ["1.1", "1.2", "1.3"];

    private readonly Random random;
    private readonly Guid round;
    private readonly Guid group;

    public SmallProvince(int seed, int units)
    {
        random = new Random(seed);
        (round, group) = (NewId(), NewId());
        foreach (var id in Enumerable.Range(0, units).Select(i => Id($"xa-{i}")).Append(Id("so-x")).Append(Id("so-y"))) Agencies.Add(id, new Agency { Id = id, Name = id.ToString(), Kind = AgencyKind.Local });
        for (var i = 0; i < units; i++) Open(Id($"xa-{i}"), Codes.Select(c => new OpenedRow(CriterionCode.Parse(c), [c == "1.3" ? Id("so-x") : Id($"xa-{i}")])), filled: true);
        foreach (var agency in Agencies.Keys.ToList())
        {
            foreach (var code in Codes.Where(_ => random.Next(2) == 0)) Duties.Add((CriterionCode.Parse(code), random.Next(2) == 0, agency));
            if (random.Next(2) == 0) Plans.Add((NewId(), true, 0), agency);
            Documents.Add(NewId(), agency);
            Accounts.Add(NewId(), agency);
        }
    }

    public Dictionary<AgencyId, Agency> Agencies { get; } = [];

    public HashSet<(AgencyId Predecessor, AgencyId Successor)> Links { get; } = [];

    public Dictionary<Guid, Sheet> Sheets { get; } = [];

    public HashSet<(CriterionCode Code, bool Leads, AgencyId Agency)> Duties { get; } = [];

    public Dictionary<(Guid Row, bool Leads, int Order), AgencyId> Plans { get; } = [];

    public Dictionary<Guid, AgencyId> Documents { get; } = [];

    public Dictionary<Guid, AgencyId> Accounts { get; } = [];

    public RoundState RoundState { get; set; } = RoundState.Open;

    public sealed class Row
    {
        public required Guid Id { get; init; }

        public required CriterionCode Code { get; init; }

        public RowState State { get; set; }

        public TypedRow Typed { get; set; } = TypedRow.Nothing;

        public List<AgencyId> Owners { get; set; } = [];

        public HashSet<long> Citations { get; } = [];

        public List<string> Notes { get; } = [];
    }

    public sealed class Sheet
    {
        public required Guid Id { get; init; }

        public required AgencyId Unit { get; set; }

        public SheetState State { get; set; }

        public List<Row> Rows { get; init; } = [];
    }

    public static AgencyId Id(string id) => AgencyId.Parse(id);

    public Sheet SheetOf(string unit) => Sheets.Values.Single(s => s.Unit == Id(unit));

    public Row RowOf(string unit, string code) => SheetOf(unit).Rows.Single(r => r.Code.ToString() == code);

    /// <summary>A person types a figure and names a document.</summary>
    public void Type(Row row, decimal figure)
    {
        row.Typed = row.Typed with { Facts = new Dictionary<string, FactValue> { ["a"] = FactValue.Of(figure) }, Explanation = $"sửa {figure}" };
        if (row.State == RowState.NotStarted) row.State = RowState.InProgress;
        row.Citations.Add(random.Next(1_000_000, int.MaxValue));
    }

    /// <summary>Plans, decides every conflict somehow and carries it out; answers how it can be taken back.</summary>
    public Func<RevocationPlan> CarryOut(Reorganisation asked)
    {
        var state = State(asked);
        var conflicts = ReorganisationPlan.Of(state, asked, new Dictionary<string, string>()).Conflicts;
        var plan = ReorganisationPlan.Of(state, asked, conflicts.ToDictionary(c => c.Key, c => c.Offered[random.Next(c.Offered.Count)]));
        Assert.Empty(plan.Refusals);
        Assert.True(plan.Decided);
        var owners = plan.Steps.OfType<MoveOwner>().Select(m => m.Row).Distinct().Select(r => new OwnersBefore(r, [.. RowBy(r).Owners])).ToList();
        var duties = Duties.ToHashSet();
        before.Clear();
        foreach (var step in plan.Steps) Do(step);
        var trace = new ReorganisationTrace(
            [.. plan.Steps.OfType<FillRow>().Select(f => Target(f)).Select(r => new FilledRow(r.Id, r.Typed, [.. copied.GetValueOrDefault(r.Id) ?? []]))],
            owners,
            [.. plan.Steps.OfType<MoveDuty>().Select(m => (m.Code, m.Leads, m.To)).Distinct().Select(k => new DutyMade(Set, k.Code, k.Leads, k.To, !duties.Contains((k.Code, k.Leads, k.To))))]);
        return () => RevocationPlan.Of(asked, plan.Steps, state, trace, Now());
    }

    public void TakeBack(RevocationPlan plan)
    {
        foreach (var step in plan.Steps) Do(step);
    }

    /// <summary>Everything that stands, without agencies that exist on no day and sheets that are history.</summary>
    public string Picture() => string.Join('\n',
    [
        .. Agencies.Values.Where(a => !a.Void).Select(a => $"{a.Id} {a.Name} {a.ValidFrom} {a.ValidTo} {string.Join('/', a.Aliases)}").Order(StringComparer.Ordinal),
        .. Links.Select(l => $"{l.Predecessor} > {l.Successor}").Order(StringComparer.Ordinal),
        .. Sheets.Values.Where(s => s.State != SheetState.Retired).OrderBy(s => s.Id).Select(s => $"{s.Id} {s.Unit} {s.State}: " + string.Join(" | ", s.Rows.Select(Written))),
        .. Duties.Select(d => $"{d.Code} {d.Leads} {d.Agency}").Order(StringComparer.Ordinal),
        .. Plans.Select(p => $"{p.Key} {p.Value}").Order(StringComparer.Ordinal),
        .. Documents.Concat(Accounts).Select(d => $"{d.Key} {d.Value}").Order(StringComparer.Ordinal),
    ]);

    private readonly Dictionary<Guid, (RowState State, TypedRow Typed)> before = [];
    private readonly Dictionary<Guid, List<long>> copied = [];

    private static string Written(Row row) =>
        $"{row.Code} {row.State} {string.Join(',', row.Typed.Facts.Select(f => $"{f.Key}={f.Value.Number}"))} {row.Typed.Explanation} {string.Join(',', row.Owners.Order(Comparer<AgencyId>.Create((a, b) => string.CompareOrdinal(a.ToString(), b.ToString()))))} {string.Join(',', row.Citations.Order())}";

    private Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private void Open(AgencyId unit, IEnumerable<OpenedRow> rows, bool filled = false)
    {
        var sheet = new Sheet { Id = NewId(), Unit = unit };
        foreach (var row in rows)
        {
            var made = new Row { Id = NewId(), Code = row.Code, Owners = [.. row.Owners] };
            if (filled && random.Next(3) > 0)
            {
                made.Typed = TypedRow.Nothing with { Facts = new Dictionary<string, FactValue> { ["a"] = FactValue.Of(random.Next(1, 4)) }, Explanation = random.Next(2) == 0 ? "theo báo cáo" : null };
                made.State = random.Next(2) == 0 ? RowState.InProgress : RowState.Submitted;
                if (random.Next(2) == 0) made.Citations.Add(random.Next(1_000_000));
            }

            sheet.Rows.Add(made);
        }

        if (filled && sheet.Rows.TrueForAll(r => r.State == RowState.Submitted)) sheet.State = SheetState.Signed;
        Sheets.Add(sheet.Id, sheet);
    }

    private Row RowBy(Guid id) => Sheets.Values.SelectMany(s => s.Rows).Single(r => r.Id == id);

    private Row Target(FillRow fill) => Sheets.Values.Single(s => s.Unit == fill.Unit && s.State != SheetState.Retired).Rows.Single(r => r.Code == fill.Code);

    private ReorganisationState State(Reorganisation asked)
    {
        var named = asked.Sources.Concat(asked.Successors.Select(s => s.Id)).ToHashSet();
        var live = Sheets.Values.Where(s => s.State != SheetState.Retired).ToList();
        return new ReorganisationState
        {
            Today = Day,
            Agencies = [.. Agencies.Values],
            Links = [.. Links.Select(l => new Succession(l.Predecessor, l.Successor, Day, SuccessionKind.Merge, null))],
            Sheets = [.. live.Where(s => named.Contains(s.Unit)).Select(s => new SheetPlace(s.Id, round, "Kỳ mẫu", group, "Các xã", Set, s.State, s.Unit, Day.AddDays(30), [.. s.Rows.Select(PlaceOf)]))],
            Owned = [.. live.SelectMany(s => s.Rows.SelectMany(r => r.Owners.Where(asked.Sources.Contains).Select(o => new OwnedPlace(r.Id, s.Id, s.Unit, r.Code, "Kỳ mẫu", o))))],
            Duties = [.. Duties.Where(d => asked.Sources.Contains(d.Agency)).Select(d => new DutyPlace(Set, d.Code, d.Leads, d.Agency))],
            Plans = [.. Plans.Where(p => asked.Sources.Contains(p.Value)).Select(p => new PlanPlace(p.Key.Row, p.Key.Leads, p.Key.Order, p.Value, "Kế hoạch", null))],
            Documents = [.. Documents.Where(d => asked.Sources.Contains(d.Value)).Select(d => new DocumentPlace(d.Key, d.Value, "tài liệu"))],
            Accounts = [.. Accounts.Where(a => asked.Sources.Contains(a.Value)).Select(a => new AccountPlace(a.Key, a.Value, $"người {a.Key}"))],
        };
    }

    private static RowPlace PlaceOf(Row row) => new(row.Id, row.Code, row.State, row.Typed.Facts, ["a"], null, false, [.. row.Owners], row.Citations.Count);

    private RevocationState Now() => new()
    {
        Today = Day,
        Agencies = [.. Agencies.Values],
        Links = [.. Links.Select(l => new Succession(l.Predecessor, l.Successor, Day, SuccessionKind.Merge, null))],
        Rounds = [new RoundNow(round, "Kỳ mẫu", RoundState)],
        Sheets = [.. Sheets.Values.Select(s => new SheetNow(s.Id, round, "Kỳ mẫu", s.Unit, s.State, false, [.. s.Rows.Select(r => new RowNow(r.Id, r.Code, r.State, false, r.Typed, [.. r.Citations]))]))],
        Owners = Sheets.Values.SelectMany(s => s.Rows).ToDictionary(r => r.Id, r => (IReadOnlyList<AgencyId>)[.. r.Owners]),
        Duties = [.. Duties.Select(d => new DutyPlace(Set, d.Code, d.Leads, d.Agency))],
        Plans = [.. Plans.Select(p => new PlanPlace(p.Key.Row, p.Key.Leads, p.Key.Order, p.Value, "", null))],
        Documents = [.. Documents.Select(d => new DocumentNow(d.Key, d.Value, "tài liệu", "ai đó"))],
        Accounts = [.. Accounts.Select(a => new AccountPlace(a.Key, a.Value, $"người {a.Key}"))],
    };

    private void Do(ReorganisationStep step)
    {
        switch (step)
        {
            case CloseAgency s: Change(s.Agency, a => a with { ValidTo = s.LastDay }); break;
            case ResumeAgency s: Change(s.Agency, a => a with { ValidTo = s.LastDay }); break;
            case OpenAgency s: Agencies.Add(s.Agency, new Agency { Id = s.Agency, Name = s.Name, Kind = s.Kind, Parent = s.Parent, ValidFrom = s.FirstDay }); break;
            case VoidAgency s: Change(s.Agency, a => a with { ValidTo = a.ValidFrom!.Value.AddDays(-1) }); break;
            case RenameAgency s: Change(s.Agency, a => a with { Name = s.Name, Aliases = [.. a.Aliases.Except([s.Former]), s.Former] }); break;
            case RestoreName s: Change(s.Agency, a => a with { Name = s.Former, Aliases = s.WasAlias ? a.Aliases : [.. a.Aliases.Except([s.Former])] }); break;
            case LinkAgencies s: Links.Add((s.Predecessor, s.Successor)); break;
            case UnlinkAgencies s: Links.Remove((s.Predecessor, s.Successor)); break;
            case OpenSheet s: Open(s.Unit, s.Rows); break;
            case FillRow s: Fill(s); break;
            case HandSheet s: Sheets[s.Sheet].Unit = s.To; break;
            case RetireSheet s: Sheets[s.Sheet].State = SheetState.Retired; break;
            case RestoreSheet s: Sheets[s.Sheet].State = s.To; break;
            case LeaveSheet s: Sheets[s.Sheet].State = SheetState.Retired; break;
            case MoveOwner s: RowBy(s.Row).Owners = [.. RowBy(s.Row).Owners.Except([s.From]).Union([s.To])]; break;
            case ReturnOwners s: RowBy(s.Row).Owners = [.. s.To]; break;
            case MoveDuty s: Duties.Remove((s.Code, s.Leads, s.From)); Duties.Add((s.Code, s.Leads, s.To)); break;
            case ReturnDuty s: if (!s.Keeps) Duties.Remove((s.Code, s.Leads, s.From)); Duties.UnionWith(s.To.Select(a => (s.Code, s.Leads, a))); break;
            case MovePlanDuty s: Plans[(s.Row, s.Leads, s.Order)] = s.To; break;
            case MoveDocument s: Documents[s.Document] = s.To; break;
            case MoveAccount s: Accounts[s.Account] = s.To; break;
            case RevertRow s: (RowBy(s.Row).State, RowBy(s.Row).Typed) = before[s.Row]; RowBy(s.Row).Citations.ExceptWith(s.Copied); break;
            case GiveBackRow s: (RowBy(s.Row).State, RowBy(s.Row).Typed) = (RowState.InProgress, s.Typed); break;
            case NoteRow s: RowBy(s.Row).Notes.Add(s.Typed.Explanation ?? ""); break;
            case CiteRow s: RowBy(s.Row).Citations.UnionWith(s.Citations); break;
            default: throw new NotSupportedException(step.GetType().Name);
        }
    }

    private void Fill(FillRow step)
    {
        var row = Target(step);
        before[row.Id] = (row.State, row.Typed);
        var taken = step.Taken is { } id ? RowBy(id).Typed : TypedRow.Nothing;
        if (step.Taken != row.Id) (row.Typed, row.State) = (taken with { Facts = step.Facts }, RowState.InProgress);
        copied[row.Id] = [.. step.From.SelectMany(f => RowBy(f).Citations).Except(row.Citations)];
        row.Citations.UnionWith(copied[row.Id]);
    }

    private void Change(AgencyId id, Func<Agency, Agency> change) => Agencies[id] = change(Agencies[id]);
}
