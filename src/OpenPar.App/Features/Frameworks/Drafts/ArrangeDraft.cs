using System.Globalization;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Drafting;

namespace OpenPar.App.Features.Frameworks.Drafts;

/// <summary>Moves rows about, adds and removes them, and numbers anew when a person asks for it.</summary>
public static class ArrangeDraft
{
    /// <summary>What is done to the row.</summary>
    public enum Act
    {
        Up,
        Down,
        Indent,
        Outdent,
        AddAfter,
        AddBelow,
        Remove,
        Before,
        After,
        Inside,
        Renumber,
    }

    /// <param name="Draft">The draft.</param>
    /// <param name="Act">What is done.</param>
    /// <param name="Row">Number of the row; null adds at the end or numbers anew.</param>
    /// <param name="Target">The row it is moved to.</param>
    public sealed record Command(DraftId Draft, Act Act, int? Row = null, int? Target = null);

    public sealed class Handler(DraftEditing editing)
    {
        /// <summary>Answers the number of the row to look at next; null when there is none.</summary>
        public Task<Answer<int?>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            return editing.ChangeAsync<int?>(command.Draft, nameof(ArrangeDraft), open => Arrange(open, command), cancellationToken);
        }

        private static Answer<int?> Arrange(OpenDraft open, Command command)
        {
            if (command.Act == Act.Renumber) return Renumber(open, command.Row);
            if (command is { Act: Act.AddAfter, Row: null }) return Add(open, null, below: false);
            if (command.Row is not { } number || open.Find(number) is not { } row) return DraftRefusals.RowUnknown;
            var name = RowName.Of(DraftJson.Read<DraftText>(row.Text));
            switch (command.Act)
            {
                case Act.AddAfter or Act.AddBelow:
                    return Add(open, row, command.Act == Act.AddBelow);
                case Act.Remove:
                    var block = DraftTree.Subtree(open.Tree, number);
                    var at = open.Rows.ToList().FindIndex(r => r.Number == number);
                    open.What = block.Count == 1 ? $"Xóa {name}" : $"Xóa {name} và {block.Count - 1} dòng cấp dưới";
                    open.Remove(block.ToHashSet());
                    return open.Rows.Count == 0 ? (int?)null : open.Rows[Math.Min(at, open.Rows.Count - 1)].Number;
                default:
                    open.What = $"Di chuyển {name}";
                    open.Arrange(Moved(open.Tree, number, command));
                    return number;
            }
        }

        private static IReadOnlyList<DraftPosition> Moved(IReadOnlyList<DraftPosition> tree, int number, Command command) => command.Act switch
        {
            Act.Up => DraftTree.Up(tree, number),
            Act.Down => DraftTree.Down(tree, number),
            Act.Indent => DraftTree.Indent(tree, number),
            Act.Outdent => DraftTree.Outdent(tree, number),
            Act.Before => DraftTree.Move(tree, number, command.Target ?? 0, DropSide.Before),
            Act.After => DraftTree.Move(tree, number, command.Target ?? 0, DropSide.After),
            _ => DraftTree.Move(tree, number, command.Target ?? 0, DropSide.Inside),
        };

        private static Answer<int?> Add(OpenDraft open, FrameworkDraftRow? beside, bool below)
        {
            if (open.Rows.Count >= OpenDraft.MostRows) return DraftRefusals.TooManyRows(OpenDraft.MostRows);
            var level = beside is null ? 1 : Math.Min(DraftTree.Deepest, beside.Level + (below ? 1 : 0));
            var number = open.Add(new DraftText(), level, beside?.Number);
            var row = open.Find(number)!;
            // The next free number as a proposal: the row is new, nothing is renumbered by it.
            var code = DraftTree.Codes(open.Tree)[number];
            if (open.Rows.All(r => DraftJson.Read<DraftText>(r.Text).Code != code)) open.Write(row, new DraftText { Code = code, Method = ScoringMethod.SelfAssessed });
            open.What = $"Thêm dòng {code}";
            return (int?)number;
        }

        private static Answer<int?> Renumber(OpenDraft open, int? row)
        {
            var codes = DraftTree.Codes(open.Tree);
            var renamed = new Dictionary<string, string>();
            foreach (var each in open.Rows)
            {
                var text = DraftJson.Read<DraftText>(each.Text);
                if (text.Code == codes[each.Number]) continue;
                renamed[$"{each.Number.ToString(CultureInfo.InvariantCulture)} ({text.Code})"] = codes[each.Number];
                open.Write(each, text with { Code = codes[each.Number] });
            }

            open.What = $"Đánh lại mã {renamed.Count} dòng";
            open.AuditAfter = renamed;
            return row;
        }
    }
}
