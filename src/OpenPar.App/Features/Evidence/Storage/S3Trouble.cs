using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Amazon.Runtime;
using Amazon.S3;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Evidence.Storage;

/// <summary>What S3 says when it does not do what it is asked, in words an operator can act on.</summary>
internal static class S3Trouble
{
    /// <summary>Whether a file is simply not there.</summary>
    public static bool IsMissingFile(AmazonS3Exception error) => error.StatusCode == HttpStatusCode.NotFound && error.ErrorCode != "NoSuchBucket";

    /// <summary>Whether an upload in parts is over: whole, or thrown away.</summary>
    public static bool IsOver(AmazonS3Exception error) => error.ErrorCode == "NoSuchUpload";

    /// <summary>Whether the service does not know what is asked, as smaller ones do not.</summary>
    public static bool IsUnknownThere(AmazonS3Exception error) => error.StatusCode == HttpStatusCode.NotImplemented || error.ErrorCode == "NotImplemented";

    /// <summary>Whether the error is the storage's and not the program's or the cancelling of the person.</summary>
    public static bool Is(Exception error, CancellationToken cancellationToken) =>
        error is AmazonServiceException or AmazonClientException or HttpRequestException or SocketException or TimeoutException or IOException and not (FileNotFoundException or DirectoryNotFoundException)
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
        // Swift has but one word for a quota and for a file it takes too large; no part of ours is.
        "QuotaExceeded" or "EntityTooLarge" => new(
            $"Kho S3 ({place}) đã hết hạn mức: hãy nâng hạn mức (quota) của bucket hoặc của người dùng khoá này.", $"The quota of the S3 storage ({place}) is used up: raise the quota of the bucket or of the user of these keys."),
        "UserSuspended" => new(
            $"Người dùng của khoá đã cho bị khoá ở kho S3 ({place}): hãy mở lại ở kho.", $"The user of these keys is suspended in the S3 storage ({place}): enable it there."),
        "ExpiredToken" or "InvalidToken" => new(
            $"Khoá tạm thời của kho S3 ({place}) đã hết hạn hoặc sai: hãy đặt lại AWS_SESSION_TOKEN.", $"The temporary keys of the S3 storage ({place}) have expired or are wrong: set AWS_SESSION_TOKEN again."),
        _ when error is AmazonS3Exception { StatusCode: HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized } => new(
            $"Kho S3 ({place}) từ chối: khoá sai hoặc không có quyền trên bucket “{place.Bucket}”. Hãy kiểm tra AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY và quyền liệt kê, đọc, ghi, xoá.",
            $"The S3 storage ({place}) refuses: the keys are wrong or may not use the bucket “{place.Bucket}”. Check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and the rights to list, read, write and delete."),
        { } code => new(
            $"Kho S3 ({place}) báo lỗi {code}: hãy xem nhật ký của kho.", $"The S3 storage ({place}) says {code}: see the log of that service."),
        null when error is TimeoutException => new(
            $"Kho S3 {place} không trả lời trong {error.Message}: kho treo, hết chỗ hoặc mất ổ đĩa. Hãy xem tình trạng của kho (Ceph: ceph -s).",
            $"The S3 storage {place} gave no answer within {error.Message}: it hangs, is full or has lost its disks. See its health (Ceph: ceph -s)."),
        null when error.InnerException is AuthenticationException refused => new(
            $"Không lập được kết nối TLS với kho S3 {place} ({refused.Message}): hãy thêm CA của kho vào hệ điều hành (update-ca-certificates), gọi kho bằng tên có trong chứng chỉ, hoặc dùng http:// nếu kho không có TLS.",
            $"There is no TLS connection to the S3 storage {place} ({refused.Message}): add its authority to the system (update-ca-certificates), use a name its certificate has, or http:// if it has no TLS."),
        null => new(
            $"Không kết nối được kho S3 {place} ({error.Message}): hãy kiểm tra --s3-endpoint và dịch vụ ấy.", $"The S3 storage {place} cannot be reached ({error.Message}): check --s3-endpoint and that service."),
    };
}
