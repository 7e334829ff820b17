using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.Core;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Evidence;

/// <summary>What a person says of a document, as typed; days have been read already.</summary>
public sealed record DocumentDescription
{
    private const int Longest = 2_000;

    public string? Number { get; init; }

    public string? Symbol { get; init; }

    public string? Issuer { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public DateOnly? EffectiveOn { get; init; }

    public DateOnly? ReceivedOn { get; init; }

    public string? Subject { get; init; }

    public string? Type { get; init; }

    public string? Signer { get; init; }

    public string? SignerPosition { get; init; }

    public DateOnly? ExpiresOn { get; init; }

    public DateOnly? ArchiveOn { get; init; }

    public static class Refusals
    {
        public static Refusal SubjectMissing => Refusal.Of("subject-missing", "Nhập trích yếu của tài liệu.", "Enter the subject of the document.", "subject");

        public static Refusal IssuerMissing => Refusal.Of("issuer-missing", "Nhập cơ quan ban hành.", "Enter the issuing body.", "issuer");

        public static Refusal TooLong(string field) => Refusal.Of("too-long", "Tối đa 2.000 ký tự; hãy rút gọn.", "At most 2,000 characters.", field);

        public static Refusal ExpiresBeforeIssued => Refusal.Of("expires-before-issued", "Ngày hết hiệu lực không thể trước ngày ban hành.", "It cannot expire before it was issued.", "expiresOn");

        public static Refusal ReceivedBeforeIssued => Refusal.Of("received-before-issued", "Ngày nhận không thể trước ngày ban hành.", "It cannot be received before it was issued.", "receivedOn");
    }

    /// <summary>Tells one description from another: a page that was opened earlier carries it.</summary>
    [JsonIgnore]
    public string Mark => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this)))[..16];

    /// <summary>What is wrong with it.</summary>
    public List<Refusal> Problems()
    {
        var problems = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(Subject)) problems.Add(Refusals.SubjectMissing);
        if (string.IsNullOrWhiteSpace(Issuer)) problems.Add(Refusals.IssuerMissing);
        foreach (var (field, text) in new[] { ("number", Number), ("symbol", Symbol), ("issuer", Issuer), ("subject", Subject), ("type", Type), ("signer", Signer), ("signerPosition", SignerPosition) })
        {
            if (text?.Length > Longest) problems.Add(Refusals.TooLong(field));
        }

        if (ExpiresOn < IssuedOn) problems.Add(Refusals.ExpiresBeforeIssued);
        if (ReceivedOn < IssuedOn) problems.Add(Refusals.ReceivedBeforeIssued);
        return problems;
    }

    /// <summary>Writes it into a document.</summary>
    public void Describe(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        (document.Number, document.Symbol) = (Clean(Number), Clean(Symbol));
        (document.Issuer, document.Subject, document.Type) = (VietnameseText.Clean(Issuer), VietnameseText.Clean(Subject), Clean(Type));
        (document.IssuedOn, document.EffectiveOn, document.ReceivedOn) = (IssuedOn, EffectiveOn, ReceivedOn);
        (document.Signer, document.SignerPosition) = (Clean(Signer), Clean(SignerPosition));
        (document.ExpiresOn, document.ArchiveOn) = (ExpiresOn, ArchiveOn);
        document.Folded = DocumentIndex.Of(document);
    }

    /// <summary>The same of a document that is there.</summary>
    public static DocumentDescription Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new DocumentDescription
        {
            Number = document.Number,
            Symbol = document.Symbol,
            Issuer = document.Issuer,
            IssuedOn = document.IssuedOn,
            EffectiveOn = document.EffectiveOn,
            ReceivedOn = document.ReceivedOn,
            Subject = document.Subject,
            Type = document.Type,
            Signer = document.Signer,
            SignerPosition = document.SignerPosition,
            ExpiresOn = document.ExpiresOn,
            ArchiveOn = document.ArchiveOn,
        };
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : VietnameseText.Clean(text);
}
