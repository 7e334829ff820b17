using System.Globalization;
using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Evidence;
using OpenPar.App.Features.Evidence.Storage;
using OpenPar.App.Features.Evidence.Uploads;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Api;

/// <summary>
/// Resumable uploads by the protocol tus 1.0.0 (https://tus.io/protocols/resumable-upload): creation, creation with upload, termination,
/// expiration, checksum.
/// No form token is asked for: every request carries the header Tus-Resumable, which a foreign page cannot send without this site's consent.
/// </summary>
public static partial class UploadEndpoints
{
    private const string Root = "/uploads", One = "/uploads/{upload:guid}";
    private const int MetadataLength = 4_096;

    /// <summary>Maps the protocol.</summary>
    public static WebApplication MapUploads(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var group = app.MapGroup("").WithMetadata(new RequiresAttribute(Permission.AddEvidence)).AddEndpointFilter(CheckAsync);
        group.MapMethods(Root, [HttpMethods.Options], Options);
        // A part may be as long as the file: its announced size bounds it, and nothing of it is held in memory.
        group.MapPost(Root, CreateAsync).WithMetadata(new DisableRequestSizeLimitAttribute());
        group.MapMethods(One, [HttpMethods.Head], HeadAsync);
        group.MapPatch(One, PatchAsync).WithMetadata(new DisableRequestSizeLimitAttribute());
        group.MapDelete(One, DeleteAsync);
        app.MapGet(One + "/proposal", ProposalAsync).WithMetadata(new RequiresAttribute(Permission.AddEvidence));
        return app;
    }

    private static IResult WrongChecksumHeader => Say(
        StatusCodes.Status400BadRequest, "Upload-Checksum không đúng dạng hoặc thuật toán không được nhận.", "Upload-Checksum is malformed or its algorithm is not supported.");

    private static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        // Answers are for a program: no page about the error.
        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
        http.Response.Headers[Tus.Resumable] = Tus.Version;
        http.Response.Headers.CacheControl = "no-store";
        if (HttpMethods.IsOptions(http.Request.Method) || http.Request.Headers[Tus.Resumable] == Tus.Version) return await AnswerAsync(context, next);
        http.Response.Headers[Tus.Versions] = Tus.Version;
        return Results.StatusCode(StatusCodes.Status412PreconditionFailed);
    }

    // Every part received is kept meanwhile: the same request again, or the question how much is there, finishes the upload later.
    private static async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (StorageAwayException away)
        {
            Away(context.HttpContext.RequestServices.GetRequiredService<ILogger<FileStore>>(), away);
            context.HttpContext.Response.Headers.RetryAfter = "60";
            return Say(StatusCodes.Status503ServiceUnavailable, StorageAwayException.Said.Vi, StorageAwayException.Said.En);
        }
    }

    [LoggerMessage(LogLevel.Error, "An upload could not be stored.")]
    private static partial void Away(ILogger log, Exception error);

    private static IResult Options(HttpResponse response)
    {
        response.Headers[Tus.Versions] = Tus.Version;
        response.Headers[Tus.Extensions] = "creation,creation-with-upload,termination,expiration,checksum";
        response.Headers[Tus.MaxSize] = Text(EvidenceRules.LargestFile);
        response.Headers[Tus.ChecksumAlgorithms] = "sha1,sha256";
        return Results.NoContent();
    }

    private static async Task<IResult> CreateAsync(HttpRequest request, BeginUpload.Handler begin, ContinueUpload.Handler handler, CancellationToken cancellationToken)
    {
        if (request.Headers.ContainsKey(Tus.DeferLength)) return Say(StatusCodes.Status400BadRequest, "Dung lượng phải báo trước (Upload-Length).", "The size must be announced (Upload-Length).");
        if (Number(request, Tus.Length) is not { } size) return Say(StatusCodes.Status400BadRequest, "Thiếu hoặc sai Upload-Length.", "Upload-Length is missing or wrong.");
        if (!Tus.TryReadMetadata(request.Headers[Tus.Metadata].ToString(), MetadataLength, out var metadata)) return Say(StatusCodes.Status400BadRequest, "Upload-Metadata không đúng dạng.", "Upload-Metadata is malformed.");
        if (!Tus.TryReadChecksum(request.Headers[Tus.Checksum].ToString(), out var checksum)) return WrongChecksumHeader;
        var answer = await begin.HandleAsync(new(metadata.GetValueOrDefault("filename"), size), cancellationToken);
        if (!answer.Done) return Refuse(answer.Refusals);
        var response = request.HttpContext.Response;
        response.Headers.Location = $"{Root}/{answer.Value.Id.Value}";
        SayExpiry(response, answer.Value.ExpiresAt);
        if (request.ContentType != Tus.ContentType) return Results.StatusCode(StatusCodes.Status201Created);
        var taken = await handler.HandleAsync(answer.Value, request.Body, checksum, cancellationToken);
        if (!taken.Done) return Refuse(taken.Refusals);
        response.Headers[Tus.Offset] = Text(taken.Value.Offset);
        return Results.StatusCode(StatusCodes.Status201Created);
    }

    private static async Task<IResult> HeadAsync(Guid upload, HttpResponse response, ListUploads.Handler uploads, ContinueUpload.Handler handler, CancellationToken cancellationToken)
    {
        if (await uploads.FindAsync(new UploadId(upload), cancellationToken) is not { } item) return Results.NotFound();
        // Every byte came, then the server was ended: whoever hears that all is there sends nothing more, so it is finished now.
        if (!item.Whole && item.Received == item.Upload.Size)
        {
            var finished = await handler.HandleAsync(new(item.Upload.Id, item.Received, Stream.Null), cancellationToken);
            if (!finished.Done) return Refuse(finished.Refusals);
        }

        response.Headers[Tus.Offset] = Text(item.Received);
        response.Headers[Tus.Length] = Text(item.Upload.Size);
        response.Headers[Tus.Metadata] = "filename " + Convert.ToBase64String(Encoding.UTF8.GetBytes(item.Upload.FileName));
        SayExpiry(response, item.Upload.ExpiresAt);
        return Results.Ok();
    }

    private static async Task<IResult> PatchAsync(Guid upload, HttpRequest request, ContinueUpload.Handler handler, CancellationToken cancellationToken)
    {
        if (request.ContentType != Tus.ContentType) return Say(StatusCodes.Status415UnsupportedMediaType, $"Content-Type phải là {Tus.ContentType}.", $"Content-Type must be {Tus.ContentType}.");
        if (Number(request, Tus.Offset) is not { } offset) return Say(StatusCodes.Status400BadRequest, "Thiếu hoặc sai Upload-Offset.", "Upload-Offset is missing or wrong.");
        if (!Tus.TryReadChecksum(request.Headers[Tus.Checksum].ToString(), out var checksum)) return WrongChecksumHeader;
        var answer = await handler.HandleAsync(new(new UploadId(upload), offset, request.Body, checksum), cancellationToken);
        if (!answer.Done) return Refuse(answer.Refusals);
        request.HttpContext.Response.Headers[Tus.Offset] = Text(answer.Value.Offset);
        SayExpiry(request.HttpContext.Response, answer.Value.ExpiresAt);
        return Results.NoContent();
    }

    private static async Task<IResult> DeleteAsync(Guid upload, CancelUpload.Handler handler, CancellationToken cancellationToken)
    {
        var answer = await handler.HandleAsync(new UploadId(upload), cancellationToken);
        return answer.Done ? Results.NoContent() : Refuse(answer.Refusals);
    }

    private static async Task<IResult> ProposalAsync(Guid upload, ProposeDescription.Handler handler, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(new UploadId(upload), cancellationToken) is not { } proposal) return Results.NotFound();
        var said = proposal.Description;
        return Results.Json(new
        {
            read = proposal.Read,
            fields = new Dictionary<string, string?>
            {
                ["number"] = said.Number,
                ["symbol"] = said.Symbol,
                ["issuer"] = said.Issuer,
                ["issuedOn"] = said.IssuedOn is { } day ? Core.Text.DayText.Write(day) : null,
                ["subject"] = said.Subject,
                ["type"] = said.Type,
                ["signer"] = said.Signer,
                ["signerPosition"] = said.SignerPosition,
            },
            duplicates = proposal.Duplicates.Where(d => d.Name is not null).Select(d => new { url = $"/evidence/{d.Document.Value}", name = d.Name }),
        });
    }

    private static IResult Refuse(IReadOnlyList<Refusal> refusals) => Say(refusals[0].Code switch
    {
        "not-found" => StatusCodes.Status404NotFound,
        "busy" => StatusCodes.Status423Locked,
        "wrong-offset" => StatusCodes.Status409Conflict,
        "wrong-checksum" => Tus.ChecksumMismatch,
        "file-too-large" or "over-quota" or "longer-than-announced" => StatusCodes.Status413PayloadTooLarge,
        "type-not-accepted" => StatusCodes.Status415UnsupportedMediaType,
        "infected" => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status400BadRequest,
    }, refusals[0].Message.Vi, refusals[0].Message.En);

    private static IResult Say(int status, string vi, string en) => Results.Text(Words.Say(vi, en), MediaTypeNames.Text.Plain, Encoding.UTF8, status);

    private static void SayExpiry(HttpResponse response, DateTimeOffset expiresAt) => response.Headers[Tus.Expires] = expiresAt.UtcDateTime.ToString("R", CultureInfo.InvariantCulture);

    private static long? Number(HttpRequest request, string header) =>
        long.TryParse(request.Headers[header].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
