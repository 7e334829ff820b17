namespace OpenPar.Core.Rules;

/// <summary>The declared figures of one row, by name. A name that is absent is unknown, never zero.</summary>
public sealed class FactSet
{
    private readonly IReadOnlyDictionary<string, FactValue> values;

    /// <summary>Wraps the declared figures.</summary>
    public FactSet(IReadOnlyDictionary<string, FactValue> values) => this.values = values;

    /// <summary>A row in which nothing has been declared.</summary>
    public static FactSet Empty { get; } = new(new Dictionary<string, FactValue>());

    /// <summary>The calendar that deadlines are counted by; Monday to Friday without holidays unless one is passed in.</summary>
    public WorkingCalendar Calendar { get; init; } = WorkingCalendar.MondayToFriday;

    /// <summary>Names that have a value.</summary>
    public IEnumerable<string> Names => values.Keys;

    /// <summary>The number declared under a name, or null.</summary>
    public decimal? Number(string name) => values.TryGetValue(name, out var value) ? value.Number : null;

    /// <summary>The option chosen under a name, or null.</summary>
    public string? Choice(string name) => values.TryGetValue(name, out var value) ? value.Choice : null;

    /// <summary>The day declared under a name, or null.</summary>
    public DateOnly? Date(string name) => values.TryGetValue(name, out var value) ? value.Date : null;

    /// <summary>The yes or no declared under a name, or null.</summary>
    public bool? Yes(string name) => values.TryGetValue(name, out var value) ? value.Yes : null;

    /// <summary>The list declared under a name, or null.</summary>
    public ItemList? Items(string name) => values.TryGetValue(name, out var value) ? value.Items : null;

    /// <summary>The value under a name, or null.</summary>
    public FactValue? Value(string name) => values.TryGetValue(name, out var value) ? value : null;

    /// <summary>True when the name has a value.</summary>
    public bool Has(string name) => values.ContainsKey(name);

    /// <summary>The same figures counted by another calendar.</summary>
    public FactSet On(WorkingCalendar calendar) => new(values) { Calendar = calendar };

    /// <summary>The same figures with one of them changed.</summary>
    public FactSet With(string name, FactValue value) =>
        new(new Dictionary<string, FactValue>(values) { [name] = value }) { Calendar = Calendar };
}
