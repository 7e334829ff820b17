using Microsoft.AspNetCore.Mvc.ModelBinding;
using OpenPar.Core.Papers;
using OpenPar.Web.Components;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Pages.Papers;

/// <summary>Number, place, date and signer of one paper, as typed into the address of its page.</summary>
public sealed record FormalitiesForm(string? Number, string? Date, string? Place, string? Authority, string? Position, string? Signer)
{
    private const int LongestText = App.Features.Papers.SetPaperFormalities.LongestText;

    /// <summary>What stands in the form before anything is typed.</summary>
    public static FormalitiesForm Of(PaperFormalities set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return new(set.Number, set.Date is { } day ? Display.DayText(day) : null, set.Place, set.Signer.Authority, set.Signer.Position, set.Signer.Name);
    }

    /// <summary>What was typed; null when the form was not sent.</summary>
    public static FormalitiesForm? Of(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        string[] fields = ["number", "date", "place", "authority", "position", "signer"];
        return Array.Exists(fields, query.ContainsKey)
            ? new(query["number"], query["date"], query["place"], query["authority"], query["position"], query["signer"])
            : null;
    }

    /// <summary>Reads it; what cannot be read is refused beside its field.</summary>
    public PaperFormalities Read(ModelStateDictionary state)
    {
        foreach (var (field, typed) in new[] { ("number", Number), ("date", Date), ("place", Place), ("authority", Authority), ("position", Position), ("signer", Signer) })
        {
            state.Keep(field, typed);
            if (typed?.Length > LongestText) state.AddModelError(field, Words.Say($"Không quá {LongestText} ký tự.", $"At most {LongestText} characters."));
        }

        return new PaperFormalities
        {
            Number = Number,
            Date = state.ReadDay("date", Date),
            Place = Place,
            Signer = new PaperSigner { Authority = Authority, Position = Position, Name = Signer },
        };
    }
}
