using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenPar.App;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.App.Features.Accounts;
using OpenPar.App.Features.Frameworks;
using OpenPar.App.Features.Organisations;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;
using OpenPar.Documents.Packs;

namespace OpenPar.Bench.Evening;

/// <summary>Makes a province of invented units with an open round, through the ordinary use cases.</summary>
internal static class Province
{
    public const int Leaves = 60;
    public const string Password = "một buổi tối cuối kỳ thật dài";

    private const int Fields = 6;

    public static string Officer(int unit, int number) => string.Create(CultureInfo.InvariantCulture, $"dau-moi-{unit:D3}-{number}");

    public static string Appraiser(int number) => string.Create(CultureInfo.InvariantCulture, $"tham-dinh-{number:D2}");

    public static string UnitId(int unit) => string.Create(CultureInfo.InvariantCulture, $"don-vi-{unit:D3}");

    /// <summary>Fills the database; answers the sheets in order of units, and the rows of each in order.</summary>
    public static async Task<List<(Guid Sheet, List<Guid> Rows)>> MakeAsync(NpgsqlDataSource source, Plan plan, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection().AddOpenPar(source, plan.Data).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var of = scope.ServiceProvider;
        var units = Enumerable.Range(0, plan.Units).Select(u => AgencyId.Parse(UnitId(u))).ToList();
        var register = AgencyRegisterFile.Read(Stream(Register(plan)), "evening.yaml").Value!;
        Done(await of.GetRequiredService<LoadAgencies.Handler>().HandleAsync(new(register), cancellationToken));
        var groups = new List<CreateRound.Group>();
        for (var g = 0; g < Plan.Groups; g++)
        {
            var framework = FrameworkFile.Read(Stream(Framework(g)), "evening.yaml");
            if (framework.Value is null) throw new InvalidOperationException(string.Join('\n', framework.Findings.Select(f => $"{f.Where}: {f.Message.En}")));
            Done(await of.GetRequiredService<LoadFramework.Handler>().HandleAsync(new(framework.Value), cancellationToken));
            groups.Add(new($"Nhóm {g + 1}", framework.Value.Id, [.. units.Where((_, u) => u % Plan.Groups == g)], []));
        }

        await AccountsAsync(of, plan, units, cancellationToken);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var calendar = new RoundCalendar(today.AddDays(-1), today.AddDays(30), today.AddDays(60), today.AddDays(70), today.AddDays(80));
        var round = await of.GetRequiredService<CreateRound.Handler>().HandleAsync(new("Kỳ của buổi tối cuối", today.Year, ScoringWay.ByUnit, calendar, groups), cancellationToken);
        Done(round);
        Done(await of.GetRequiredService<OpenRound.Handler>().HandleAsync(round.Value, cancellationToken));
        var db = of.GetRequiredService<OpenParDb>();
        var sheets = await db.Sheets.AsNoTracking().Include(s => s.Rows).ToListAsync(cancellationToken);
        return [.. sheets.OrderBy(s => s.UnitId.ToString(), StringComparer.Ordinal).Select(s => (s.Id.Value, s.Rows.OrderBy(r => r.SortOrder).Select(r => r.Id.Value).ToList()))];
    }

    private static async Task AccountsAsync(IServiceProvider of, Plan plan, List<AgencyId> units, CancellationToken cancellationToken)
    {
        var db = of.GetRequiredService<OpenParDb>();
        var people = units.SelectMany((unit, u) => Enumerable.Range(0, plan.Officers).Select(o => NewUser.Person(Officer(u, o), $"Đầu mối {o + 1}", unit, [Role.FocalOfficer], DateTimeOffset.UtcNow)))
            .Concat(Enumerable.Range(0, plan.Appraisers).Select(a => NewUser.Person(Appraiser(a), $"Người thẩm định {a + 1}", null, [Role.Appraiser], DateTimeOffset.UtcNow))).ToList();
        // One hash for all: checking it at the sign-in costs as much as ever, making a thousand is only set-up.
        var hash = of.GetRequiredService<IPasswordHasher<User>>().HashPassword(people[0], PasswordRules.Canonical(Password));
        foreach (var person in people) person.PasswordHash = hash;
        db.Users.AddRange(people);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static string Register(Plan plan)
    {
        var text = new StringBuilder("title: Danh mục của buổi tối cuối\nagencies:\n");
        for (var u = 0; u < plan.Units; u++) text.Append(CultureInfo.InvariantCulture, $"- {{id: {UnitId(u)}, name: Đơn vị minh hoạ {u:D3}, kind: local}}\n");
        return text.ToString();
    }

    // Sixty leaves: computed by two figures, a choice, bands of a ratio, and points by hand.
    private static string Framework(int group)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"id: buoi-toi/{group + 1}-2025\ntitle: Bộ tiêu chí của nhóm {group + 1}\ndecision: {{number: {group + 1}/QĐ-MAU, issuer: Tỉnh mẫu}}\nfirstYear: 2025\ncriteria:\n");
        for (var f = 1; f <= Fields; f++)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {{code: \"{f}\", title: LĨNH VỰC {f}, maxPoints: 10}}\n");
            for (var l = 1; l <= Leaves / Fields; l++)
            {
                text.Append(CultureInfo.InvariantCulture, $"- code: \"{f}.{l}\"\n  title: Tiêu chí minh hoạ {f}.{l} về kết quả thực hiện nhiệm vụ trong năm\n  maxPoints: 1\n  method: selfAssessed\n  ruleText: Theo hướng dẫn của bộ tiêu chí minh hoạ\n");
                text.Append(Rule(l));
            }
        }

        return text.ToString();
    }

    private static string Rule(int leaf) => (leaf % 5) switch
    {
        0 => "",
        1 or 3 => """
              rule:
                kind: linear
                facts:
                - {name: a, label: Tổng số hồ sơ phải giải quyết, unit: hồ sơ}
                - {name: b, label: Số hồ sơ giải quyết đúng hạn, unit: hồ sơ, atMost: a}
                terms: [{fact: b}]
                denominator: a

            """,
        2 => """
              rule: {kind: choice, options: [{key: full, label: Đầy đủ, points: 1}, {key: part, label: Một phần, points: 0.5}, {key: none, label: Không, points: 0}]}

            """,
        _ => """
              rule:
                kind: bands
                facts:
                - {name: a, label: Tổng số nhiệm vụ, unit: nhiệm vụ}
                - {name: b, label: Số nhiệm vụ hoàn thành, unit: nhiệm vụ, atMost: a}
                measure: {kind: ratio, facts: [b, a]}
                bands: [{from: 90, points: 1}, {from: 70, to: 90, toOpen: true, points: 0.5}, {to: 70, toOpen: true, points: 0}]

            """,
    };

    private static void Done<T>(Core.Answer<T> answer)
    {
        if (!answer.Done) throw new InvalidOperationException(string.Join("; ", answer.Refusals.Select(r => r.Message.En)));
    }

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
