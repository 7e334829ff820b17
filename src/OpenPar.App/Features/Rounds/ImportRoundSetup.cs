using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Core;
using OpenPar.Core.Findings;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;
using OpenPar.Core.Text;
using OpenPar.Documents.Packs;

namespace OpenPar.App.Features.Rounds;

/// <summary>Makes a draft round of a template file. Everything that is wrong with the file is told at once; a file with an error saves nothing.</summary>
public static class ImportRoundSetup
{
    /// <param name="Content">The file.</param>
    /// <param name="Name">Its name, for findings.</param>
    public sealed record Command(Stream Content, string Name);

    /// <param name="Round">The draft; null when an error was found.</param>
    /// <param name="Findings">Everything found.</param>
    public sealed record Result(RoundId? Round, IReadOnlyList<Finding> Findings);

    public sealed class Handler(OpenParDb db, CreateRound.Handler create)
    {
        public async Task<Answer<Result>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var reading = RoundSetupFile.Read(command.Content, command.Name);
            if (reading.Value is not { } setup) return new Result(null, reading.Findings);
            List<Finding> findings = [.. reading.Findings, .. await MissingAsync(setup, command.Name, cancellationToken)];
            if (findings.Exists(f => f.Severity == Severity.Error)) return new Result(null, findings);
            var answer = await create.HandleAsync(CreateRound.Command.Of(setup), cancellationToken);
            if (answer.Done) return new Result(answer.Value, findings);
            return new Result(null, [.. findings, .. answer.Refusals.Select(r => Finding.Error(command.Name, r.Message, new LocalText("Sửa tệp rồi tải lên lại.", "Mend the file and upload it again.")))]);
        }

        private async Task<List<Finding>> MissingAsync(RoundSetup setup, string file, CancellationToken cancellationToken)
        {
            var findings = new List<Finding>();
            var ids = setup.Groups.Select(g => g.Framework).Distinct().ToList();
            var frameworks = (await db.Frameworks.AsNoTracking().Include(f => f.Criteria).Where(f => ids.Contains(f.Id)).AsSplitQuery().ToListAsync(cancellationToken)).ToDictionary(f => f.Id);
            var agencies = (await db.Agencies.AsNoTracking().ToListAsync(cancellationToken)).ToDictionary(a => a.Id);
            foreach (var group in setup.Groups)
            {
                var where = $"{file}: {group.Name}";
                if (!frameworks.TryGetValue(group.Framework, out var framework))
                    findings.Add(Finding.Error(where, new($"Chưa nạp bộ chỉ số {group.Framework}.", $"The framework {group.Framework} is not loaded."), new("Nạp bộ chỉ số hoặc sửa mã trong tệp.", "Load it or mend the identity.")));
                foreach (var supply in group.Supplies.Where(s => framework is not null && framework.Criteria.All(c => c.Code != s.Code)))
                    findings.Add(Finding.Error(where, new($"Bộ chỉ số {group.Framework} không có dòng {supply.Code}.", $"{group.Framework} has no row {supply.Code}."), new("Sửa mã dòng ở phần cung cấp số liệu.", "Mend the code of the supply.")));
                foreach (var id in group.Units.Concat(group.Supplies.Select(s => s.Agency)).Distinct())
                {
                    if (!agencies.TryGetValue(id, out var agency))
                        findings.Add(Finding.Error(where, new($"Danh mục không có cơ quan “{id}”.", $"The register has no agency “{id}”."), new("Thêm cơ quan vào danh mục hoặc sửa mã trong tệp.", "Add the agency or mend the identity.")));
                    else if (agency.Kind == AgencyKind.Class || !agency.ToAgency().ExistsOn(setup.Calendar.OpensOn))
                        findings.Add(Finding.Error(where, new($"{agency.Name} không tồn tại vào ngày mở kỳ.", $"{agency.Name} does not exist on the opening day."), new("Thay bằng đơn vị kế tiếp.", "Name the agency that continues it.")));
                }
            }

            return findings;
        }
    }
}
