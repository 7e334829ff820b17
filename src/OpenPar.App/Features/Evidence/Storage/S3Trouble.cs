using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.S3;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Evidence.Storage;

/// <summary>What S3 says when it does not do what it is asked, in words an operator can act on.</summary>
internal static class S3Trouble
{
    /// <summary>Whether a file is simply not there.</summary>
    public static bool IsMissingFile(AmazonS3Exception error) => error.StatusCode == HttpStatusCode.NotFound && error.ErrorCode != "NoSuchBucket";

    /// <summary>Whether the service does not know what is asked, as smaller ones do not.</summary>
    public static bool IsUnknownThere(AmazonS3Exception error) => error.StatusCode == HttpStatusCode.NotImplemented || error.ErrorCode == "NotImplemented";

    /// <summary>Whether the error is the storage's and not the program's or the cancelling of the person.</summary>
    public static bool Is(Exception error, CancellationToken cancellationToken) =>
        error is AmazonServiceException or AmazonClientException or HttpRequestException or SocketException or IOException and not (FileNotFoundException or DirectoryNotFoundException)
        || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    /// <summary>The error as one that says what is wrong.</summary>
    public static StorageAwayException Away(Exception error, S3Place place) => new(Reason(error, place), error);

    /// <summary>What is wrong and what to do.</summary>
    public static LocalText Reason(Exception error, S3Place place) => (error as AmazonS3Exception)?.ErrorCode switch
    {
        "NoSuchBucket" => new(
            $"Kho S3 không có bucket “{place.Bucket}” ({place}): hãy tạo bucket hoặc sửa --files.", $"The S3 storage has no bucket “{place.Bucket}” ({place}): create it or correct --files."),
        "InvalidAccessKeyId" => new(
            $"Kho S3 ({place}) không biết khoá đã cho: hãy kiểm tra AWS_ACCESS_KEY_ID.", $"The S3 storage ({place}) does not know the key: check AWS_ACCESS_KEY_ID."),
        "SignatureDoesNotMatch" => new(
            $"Kho S3 ({place}) không nhận chữ ký: hãy kiểm tra AWS_SECRET_ACCESS_KEY và --s3-region.", $"The S3 storage ({place}) refuses the signature: check AWS_SECRET_ACCESS_KEY and --s3-region."),
        "RequestTimeTooSkewed" => new(
            $"Đồng hồ của máy chủ này và của kho S3 ({place}) lệch nhau quá nhiều: hãy chỉnh giờ (NTP).", $"The clocks of this server and of the S3 storage ({place}) differ too much: set the time (NTP)."),
        "AuthorizationHeaderMalformed" or "PermanentRedirect" or "IllegalLocationConstraintException" => new(
            $"Bucket “{place.Bucket}” không ở vùng {place.Region} ({place}): hãy kiểm tra --s3-region và --s3-endpoint.", $"The bucket “{place.Bucket}” is not in the region {place.Region} ({place}): check --s3-region and --s3-endpoint."),
        "ExpiredToken" or "InvalidToken" => new(
            $"Khoá tạm thời của kho S3 ({place}) đã hết hạn hoặc sai: hãy đặt lại AWS_SESSION_TOKEN.", $"The temporary keys of the S3 storage ({place}) have expired or are wrong: set AWS_SESSION_TOKEN again."),
        _ when error is AmazonS3Exception { StatusCode: HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized } => new(
            $"Khoá đã cho không có quyền trên bucket “{place.Bucket}” ({place}): cần quyền liệt kê, đọc, ghi và xoá.", $"The keys may not use the bucket “{place.Bucket}” ({place}): they need to list, read, write and delete."),
        { } code => new(
            $"Kho S3 ({place}) báo lỗi {code}: hãy xem nhật ký của kho.", $"The S3 storage ({place}) says {code}: see the log of that service."),
        null => new(
            $"Không kết nối được kho S3 {place} ({error.Message}): hãy kiểm tra --s3-endpoint và dịch vụ ấy.", $"The S3 storage {place} cannot be reached ({error.Message}): check --s3-endpoint and that service."),
    };
}
