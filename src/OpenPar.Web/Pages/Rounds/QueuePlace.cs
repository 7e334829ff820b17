using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using OpenPar.App.Features;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;

namespace OpenPar.Web.Pages.Rounds;

/// <summary>Where a row stands in the queue it was opened from; the queue's filter travels in the address as <c>queue</c>.</summary>
/// <param name="Round">The round.</param>
/// <param name="Query">The filter as a query.</param>
/// <param name="Around">The rows before and after.</param>
public sealed record QueuePlace(Guid Round, string Query, ShowQueue.Neighbours Around)
{
    /// <summary>Name of the query parameter and of the hidden field.</summary>
    public const string Parameter = "queue";

    private static readonly object Key = new();

    /// <summary>The queue itself.</summary>
    public string QueueUrl => $"/rounds/{Round}/appraisal?{Query}";

    /// <summary>The row before; null at the beginning.</summary>
    public string? PreviousUrl => Around.Previous is { } row ? RowUrl(row, Query) : null;

    /// <summary>The row after; null at the end.</summary>
    public string? NextUrl => Around.Next is { } row ? RowUrl(row, Query) : null;

    /// <summary>Where one goes on: the next row, else the one before, else the queue.</summary>
    public string OnwardUrl => NextUrl ?? PreviousUrl ?? QueueUrl;

    /// <summary>A row, opened from a queue.</summary>
    public static string RowUrl(QueueLine row, string query)
    {
        ArgumentNullException.ThrowIfNull(row);
        return $"/rows/{row.Row.Value}?{Parameter}={Uri.EscapeDataString(query)}";
    }

    /// <summary>The place that was found for this request; null when the row was not opened from a queue.</summary>
    public static QueuePlace? Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Items[Key] as QueuePlace;
    }

    /// <summary>Finds the place of a row when the request names a queue.</summary>
    public static async Task FindAsync(HttpContext http, ShowRow.View view, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(view);
        var query = http.Request.Query[Parameter].FirstOrDefault() ?? (http.Request.HasFormContentType ? http.Request.Form[Parameter].FirstOrDefault() : null);
        if (query is null || query.Length > 1000 || !http.RequestServices.GetRequiredService<Actor>().May(Permission.AppraiseRows)) return;
        var values = QueryHelpers.ParseQuery(query);
        var filter = Read(name => values.TryGetValue(name, out var value) ? value.ToString() : null);
        var around = await http.RequestServices.GetRequiredService<ShowQueue.Handler>().NeighboursAsync(view.Sheet.Round.Id, filter, view.Row.Id, cancellationToken);
        http.Items[Key] = new QueuePlace(view.Sheet.Round.Id.Value, Write(filter), around);
    }

    /// <summary>A filter from posted or asked values; what cannot be read is not asked for.</summary>
    public static QueueFilter Read(Func<string, string?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var state = value("state");
        return new QueueFilter(
            string.IsNullOrWhiteSpace(value("q")) ? null : value("q")!.Trim(),
            AgencyId.TryParse(value("unit"), out var unit) ? unit : null,
            CriterionCode.TryParse(value("field"), out var field) ? field : null,
            Named<RowState>(state), state == "all", Named<QueueOnly>(value("only")), Named<QueueSort>(value("sort")) ?? QueueSort.Unit);
    }

    /// <summary>The filter as a query, without what is not asked for.</summary>
    public static string Write(QueueFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var parts = new (string Name, string? Value)[]
        {
            ("q", filter.Text), ("unit", filter.Unit?.ToString()), ("field", filter.Field?.ToString()), ("state", filter.All ? "all" : filter.State?.ToString()),
            ("only", filter.Only?.ToString()), ("sort", filter.Sort == QueueSort.Unit ? null : filter.Sort.ToString()),
        };
        return string.Join('&', parts.Where(p => p.Value is not null).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Name}={Uri.EscapeDataString(p.Value!)}")));
    }

    private static T? Named<T>(string? name)
        where T : struct, Enum =>
        Enum.TryParse<T>(name, out var value) && Enum.IsDefined(value) && !int.TryParse(name, out _) ? value : null;
}
