using OpenPar.Core.Text;

namespace OpenPar.Core.Plans.Reviewing;

/// <summary>
/// A row of a plan as the texts a person reads and mends; times and sums are typed from them whenever they are asked for, so the
/// two cannot drift apart. Texts are composed and trimmed, a field of several items holds one a line, what is absent is empty.
/// Two are equal when all their texts are.
/// </summary>
public sealed class PlanWords : IEquatable<PlanWords>
{
    private readonly string[] texts = new string[PlanFields.All.Count];

    private PlanWords() => Array.Fill(texts, string.Empty);

    /// <summary>Texts by field; fields that are not named are empty.</summary>
    public PlanWords(IEnumerable<KeyValuePair<PlanField, string?>> texts)
        : this()
    {
        ArgumentNullException.ThrowIfNull(texts);
        foreach (var (field, text) in texts) this.texts[(int)field] = Clean(field, text);
    }

    /// <summary>A row that says nothing.</summary>
    public static PlanWords Nothing { get; } = new();

    /// <summary>The text of a field; empty when there is none.</summary>
    public string this[PlanField field] => texts[(int)field];

    /// <summary>The fields that say something, with their texts.</summary>
    public IReadOnlyDictionary<PlanField, string> Said => PlanFields.All.Where(said => this[said].Length > 0).ToDictionary(said => said, said => this[said]);

    /// <summary>The row in one line: its task, else its activity, objective or product; empty when it says none.</summary>
    public string Title =>
        new[] { PlanField.Tasks, PlanField.Activities, PlanField.Objectives, PlanField.Products }
            .Select(said => this[said].Split('\n')[0]).FirstOrDefault(text => text.Length > 0) ?? string.Empty;

    /// <summary>What a row read from a file says.</summary>
    /// <param name="row">The row.</param>
    /// <param name="year">Year of the plan, for times that name none.</param>
    public static PlanWords Of(PlanRow row, int? year)
    {
        ArgumentNullException.ThrowIfNull(row);
        var words = new PlanWords(
        [
            new(PlanField.Section, row.Section), new(PlanField.SectionTitle, row.SectionTitle), new(PlanField.Number, row.Number),
            new(PlanField.Tasks, Lines(row.Tasks)), new(PlanField.Objectives, Lines(row.Objectives)), new(PlanField.Activities, Lines(row.Activities)),
            new(PlanField.Products, Lines(row.Products)), new(PlanField.Lead, Lines(row.Lead)), new(PlanField.Coordinating, Lines(row.Coordinating)),
            new(PlanField.Time, row.Deadline.Text), new(PlanField.Money, row.Budget.Text),
        ]);
        if (!Same(words.Deadline(year), row.Deadline)) words = words.With(PlanField.TimeMeant, row.Deadline.Write());
        // The unit stands in the head of the column; the row by itself has to say it.
        return Same(words.Budget(), row.Budget) ? words : words.With(PlanField.MoneyMeant, row.Budget.Write());
    }

    /// <summary>The same row with another text in one field.</summary>
    public PlanWords With(PlanField field, string? text)
    {
        var changed = new PlanWords();
        texts.CopyTo(changed.texts, 0);
        changed.texts[(int)field] = Clean(field, text);
        return changed;
    }

    /// <summary>The items of a field, one a line.</summary>
    public IReadOnlyList<string> Items(PlanField field) => this[field].Length == 0 ? [] : this[field].Split('\n');

    /// <summary>The time, typed from what it is understood as, else from the words; its text is always that of the plan.</summary>
    /// <param name="year">Year of the plan, for times that name none; null when it is not known.</param>
    public Deadline Deadline(int? year) => this[PlanField.TimeMeant].Length == 0
        ? Plans.Deadline.Read(this[PlanField.Time], year)
        : Plans.Deadline.Read(this[PlanField.TimeMeant], year) with { Text = this[PlanField.Time] };

    /// <summary>The money, typed from what it is understood as, else from the words; its text is always that of the plan.</summary>
    public Budget Budget() => this[PlanField.MoneyMeant].Length == 0
        ? Plans.Budget.Read(this[PlanField.Money], null)
        : Plans.Budget.Read(this[PlanField.MoneyMeant], null) with { Text = this[PlanField.Money] };

    /// <summary>The words to search a row by: everything it says, folded.</summary>
    public string Searchable => VietnameseText.Fold(string.Join(' ', texts.Where(text => text.Length > 0)));

    /// <inheritdoc/>
    public bool Equals(PlanWords? other) => other is not null && texts.AsSpan().SequenceEqual(other.texts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PlanWords);

    /// <inheritdoc/>
    public override int GetHashCode() => texts.Aggregate(0, (hash, text) => HashCode.Combine(hash, text));

    private static bool Same(Deadline one, Deadline other) => (one.Kind, one.From, one.To, one.Every) == (other.Kind, other.From, other.To, other.Every);

    private static bool Same(Budget one, Budget other) => (one.Kind, one.AmountVnd, one.Per) == (other.Kind, other.AmountVnd, other.Per);

    private static string Lines(IEnumerable<string> items) => string.Join('\n', items.Select(VietnameseText.Clean));

    private static string Clean(PlanField field, string? text) => PlanFields.HasLines(field)
        ? string.Join('\n', (text ?? string.Empty).Split('\n').Select(VietnameseText.Clean).Where(line => line.Length > 0))
        : VietnameseText.Clean(text);
}
