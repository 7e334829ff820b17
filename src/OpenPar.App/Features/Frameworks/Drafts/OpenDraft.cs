using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core.Frameworks.Drafting;

namespace OpenPar.App.Features.Frameworks.Drafts;

/// <summary>A draft opened for one change: knows what it was before, so that whatever is done can be undone.</summary>
public sealed class OpenDraft
{
    /// <summary>Most rows of a draft.</summary>
    public const int MostRows = 2000;

    private readonly FrameworkDraft draft;
    private readonly string by;
    private readonly DateTimeOffset at;
    private readonly string headBefore;
    private readonly Dictionary<int, DraftRowBefore> before;
    private List<FrameworkDraftRow> rows;

    public OpenDraft(FrameworkDraft draft, string by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(draft);
        (this.draft, this.by, this.at) = (draft, by, at);
        headBefore = draft.Head;
        rows = [.. draft.Rows.OrderBy(r => r.SortOrder)];
        before = rows.ToDictionary(r => r.Number, r => new DraftRowBefore(r.Number, r.SortOrder, r.Level, r.Text));
    }

    /// <summary>The draft with its counters.</summary>
    public FrameworkDraft Draft => draft;

    /// <summary>What was typed about the whole.</summary>
    public DraftHead Head
    {
        get => DraftJson.Read<DraftHead>(draft.Head);
        set => draft.Head = DraftJson.Write(value);
    }

    /// <summary>The rows in order.</summary>
    public IReadOnlyList<FrameworkDraftRow> Rows => rows;

    /// <summary>Their places.</summary>
    public IReadOnlyList<DraftPosition> Tree => [.. rows.Select(r => new DraftPosition(r.Number, r.Level))];

    /// <summary>What was done, for the list of changes; null until something says so.</summary>
    public string What { get; set; } = "";

    /// <summary>What the audit log keeps of the state before.</summary>
    public object? AuditBefore { get; set; }

    /// <summary>What the audit log keeps of the state after.</summary>
    public object? AuditAfter { get; set; }

    public FrameworkDraftRow? Find(int number) => rows.Find(r => r.Number == number);

    /// <summary>Writes what was typed about a row.</summary>
    public void Write(FrameworkDraftRow row, DraftText text)
    {
        ArgumentNullException.ThrowIfNull(row);
        Put(row, DraftJson.Write(text));
    }

    /// <summary>Adds a row after all below another one, or at the end; returns its number.</summary>
    public int Add(DraftText text, int level, int? afterSubtreeOf)
    {
        var row = New(draft.NextNumber++, level, DraftJson.Write(text));
        var place = afterSubtreeOf is { } number && DraftTree.Subtree(Tree, number) is { Count: > 0 } block ? rows.FindIndex(r => r.Number == block[^1]) + 1 : rows.Count;
        rows.Insert(place, row);
        return row.Number;
    }

    public void Remove(IReadOnlyCollection<int> numbers) => rows.RemoveAll(r => numbers.Contains(r.Number));

    /// <summary>Puts the rows into an order and depth.</summary>
    public void Arrange(IReadOnlyList<DraftPosition> tree)
    {
        var byNumber = rows.ToDictionary(r => r.Number);
        rows = [.. tree.Select(place =>
        {
            byNumber[place.Number].Level = place.Level;
            return byNumber[place.Number];
        })];
    }

    /// <summary>Puts back what a change replaced.</summary>
    public void Restore(DraftBefore old)
    {
        ArgumentNullException.ThrowIfNull(old);
        if (old.Head is { } head) draft.Head = head;
        rows.RemoveAll(r => old.Added.Contains(r.Number));
        for (var i = 0; i < rows.Count; i++) rows[i].SortOrder = before[rows[i].Number].SortOrder;
        foreach (var image in old.Rows)
        {
            if (Find(image.Number) is not { } row) rows.Add(row = New(image.Number, image.Level, image.Text!));
            (row.SortOrder, row.Level) = (image.SortOrder, image.Level);
            if (image.Text is { } text) Put(row, text);
        }

        rows = [.. rows.OrderBy(r => r.SortOrder)];
    }

    /// <summary>Brings the order into the records and says what changed; null when nothing did.</summary>
    public DraftBefore? Settle()
    {
        for (var i = 0; i < rows.Count; i++) rows[i].SortOrder = i;
        var there = rows.ToDictionary(r => r.Number);
        List<DraftRowBefore> changed = [.. before.Values.Where(old =>
                !there.TryGetValue(old.Number, out var now) || now.SortOrder != old.SortOrder || now.Level != old.Level || !ReferenceEquals(now.Text, old.Text))
            .Select(old => there.TryGetValue(old.Number, out var now) && ReferenceEquals(now.Text, old.Text) ? old with { Text = null } : old)];
        List<int> added = [.. there.Keys.Where(n => !before.ContainsKey(n))];
        var head = draft.Head == headBefore ? null : headBefore;
        if (head is null && changed.Count == 0 && added.Count == 0) return null;
        draft.Rows.RemoveAll(r => !there.ContainsKey(r.Number));
        draft.Rows.AddRange(rows.Where(r => !before.ContainsKey(r.Number)));
        draft.Version++;
        (draft.ChangedAt, draft.ChangedBy) = (at, by);
        return new DraftBefore(head, changed, added);
    }

    private void Put(FrameworkDraftRow row, string text)
    {
        if (row.Text == text) return;
        row.Text = text;
        row.Version++;
        (row.ChangedAt, row.ChangedBy) = (at, by);
    }

    private FrameworkDraftRow New(int number, int level, string text) => new()
    {
        DraftId = draft.Id,
        Number = number,
        SortOrder = rows.Count,
        Level = Math.Clamp(level, 1, DraftTree.Deepest),
        Text = text,
        Version = 1,
        ChangedAt = at,
        ChangedBy = by,
    };
}
