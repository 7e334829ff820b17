namespace OpenPar.Core.Rules.Feel;

/// <summary>A type of FEEL (DMN 1.5, 10.3.2.9). Item definitions of DMN with allowed values derive their own.</summary>
public abstract class FeelType
{
    /// <summary>Every value.</summary>
    public static FeelType Any { get; } = new FeelKind("Any", _ => true);

    /// <summary>Only null.</summary>
    public static FeelType Null { get; } = new FeelKind("Null", _ => false);

    /// <summary>Numbers.</summary>
    public static FeelType Number { get; } = new FeelKind("number", value => value is FeelNumber);

    /// <summary>Strings.</summary>
    public static FeelType String { get; } = new FeelKind("string", value => value is string);

    /// <summary>true and false.</summary>
    public static FeelType Boolean { get; } = new FeelKind("boolean", value => value is bool);

    /// <summary>Days.</summary>
    public static FeelType Date { get; } = new FeelKind("date", value => value is FeelDate);

    /// <summary>Times of day.</summary>
    public static FeelType Time { get; } = new FeelKind("time", value => value is FeelTime);

    /// <summary>Days with a time.</summary>
    public static FeelType DateTime { get; } = new FeelKind("date and time", value => value is FeelDateTime);

    /// <summary>Durations in days and time.</summary>
    public static FeelType DaysTime { get; } = new FeelKind("days and time duration", value => value is DaysTimeDuration);

    /// <summary>Durations in years and months.</summary>
    public static FeelType YearsMonths { get; } = new FeelKind("years and months duration", value => value is YearsMonthsDuration);

    /// <summary>Any context.</summary>
    public static FeelType Context { get; } = new FeelContextType([]);

    /// <summary>The name as FEEL writes it.</summary>
    public abstract string Name { get; }

    /// <summary>Whether a value belongs to the type. null belongs to every type; <c>instance of</c> asks about null by itself.</summary>
    public abstract bool Conforms(object? value);

    /// <summary>Whether every value of this type belongs to the other.</summary>
    public abstract bool IsSubtypeOf(FeelType other);

    /// <summary>The type of a member reached by a path; null when the type does not tell.</summary>
    public virtual FeelType? Member(string name) => null;

    /// <summary>Names of the members that a path may reach; used to recognise names with spaces.</summary>
    public virtual IEnumerable<string> MemberNames => [];

    /// <summary>
    /// Implicit conversions of DMN 1.5, 10.3.2.9.4: a list of one to its item, a value to a list of it, a date to the date
    /// and time of its midnight in UTC.
    /// </summary>
    /// <returns>False, with null, when the value neither conforms nor converts.</returns>
    public bool TryCoerce(object? value, out object? coerced)
    {
        coerced = value;
        if (Conforms(value)) return true;
        if (value is FeelList { Count: 1 } list && Conforms(list[0])) coerced = list[0];
        else if (value is FeelDate date && Conforms(AtMidnight(date))) coerced = AtMidnight(date);
        else if (this is FeelListType { Item: var item } && value is not FeelList && item.Conforms(value)) coerced = FeelList.Over(value);
        else coerced = null;
        return coerced is not null;
    }

    /// <summary>The type of a built-in name ("number", "days and time duration", "Any"); null for others.</summary>
    public static FeelType? Named(string name) => name switch
    {
        "Any" or "any" => Any,
        "Null" => Null,
        "number" => Number,
        "string" => String,
        "boolean" => Boolean,
        "date" => Date,
        "time" => Time,
        "date and time" or "dateTime" => DateTime,
        "days and time duration" or "dayTimeDuration" => DaysTime,
        "years and months duration" or "yearMonthDuration" => YearsMonths,
        "list" => new FeelListType(Any),
        "context" => Context,
        "range" => new FeelRangeType(Any),
        "function" => new FeelFunctionType(null, Any),
        _ => null,
    };

    /// <summary>The type a value shows by itself.</summary>
    public static FeelType Of(object? value) => value switch
    {
        null => Null,
        FeelNumber => Number,
        string => String,
        bool => Boolean,
        FeelDate => Date,
        FeelTime => Time,
        FeelDateTime => DateTime,
        DaysTimeDuration => DaysTime,
        YearsMonthsDuration => YearsMonths,
        FeelList => new FeelListType(Any),
        FeelContext => Context,
        FeelRange range => new FeelRangeType(Of(range.Low ?? range.High)),
        FeelFunction function => new FeelFunctionType([.. function.Parameters.Select(parameter => parameter.Type)], function.Result),
        _ => Any,
    };

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static FeelDateTime AtMidnight(FeelDate date) => new(date, default(FeelTime).In(FeelZone.Utc));
}
