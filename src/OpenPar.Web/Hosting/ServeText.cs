using System.Text;
using OpenPar.Core.Text;

namespace OpenPar.Web.Hosting;

/// <summary>Everything the server says on the console: Vietnamese first, English under it.</summary>
public static class ServeText
{
    /// <summary>The list of options.</summary>
    public static LocalText Help { get; } = new(
        """
        OpenPAR: theo dõi, đánh giá cải cách hành chính. Cách dùng: ./run [tuỳ chọn]
          --port N          cổng trên máy này (mặc định 5080)
          --data THƯ_MỤC    nơi giữ dữ liệu (mặc định ./.openpar)
          --no-demo         không nạp tỉnh minh hoạ
          --db CHUỖI        dùng PostgreSQL có sẵn thay cho PostgreSQL riêng (hoặc biến OPENPAR_DB)
          --files s3://BUCKET/TIỀN_TỐ  để tệp trong kho S3 thay cho thư mục dữ liệu (hoặc biến OPENPAR_FILES);
                            khoá chỉ lấy từ biến AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY (AWS_SESSION_TOKEN)
          --s3-endpoint URL dịch vụ tương thích S3 (mặc định của Amazon; hoặc biến AWS_ENDPOINT_URL_S3)
          --s3-region VÙNG  vùng của kho S3 (mặc định us-east-1; hoặc biến AWS_REGION)
          --s3-virtual-host gọi bucket bằng tên miền (bucket.máy-chủ) thay cho đường dẫn
        """,
        """
        OpenPAR: following and assessing administrative reform. Usage: ./run [options]
          --port N          port on this machine (default 5080)
          --data DIR        where data are kept (default ./.openpar)
          --no-demo         do not load the demonstration province
          --db CONNECTION   use an existing PostgreSQL instead of the private one (or the variable OPENPAR_DB)
          --files s3://BUCKET/PREFIX  keep files in S3 storage instead of the data folder (or the variable OPENPAR_FILES);
                            keys come from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY (AWS_SESSION_TOKEN) alone
          --s3-endpoint URL an S3-compatible service (default Amazon's own; or the variable AWS_ENDPOINT_URL_S3)
          --s3-region NAME  region of the S3 storage (default us-east-1; or the variable AWS_REGION)
          --s3-virtual-host name the bucket by host (bucket.host) instead of by path
        """);

    /// <summary>The server answers.</summary>
    public static LocalText Ready(string address) => new(
        $"OpenPAR đang chạy tại {address} (nhấn Ctrl-C để dừng).", $"OpenPAR is running at {address} (press Ctrl-C to stop).");

    /// <summary>The stop was asked for.</summary>
    public static LocalText Stopped { get; } = new("Đã dừng.", "Stopped.");

    /// <summary>The private database had died and is back.</summary>
    public static LocalText DatabaseRestarted { get; } = new(
        "PostgreSQL đã dừng đột ngột và vừa được khởi động lại; dữ liệu đã lưu vẫn còn.",
        "PostgreSQL had died and was started again; what was saved is kept.");

    public static LocalText UnknownOption(string name) => new(
        $"Không có tuỳ chọn '{name}': hãy xem ./run --help.", $"There is no option '{name}': see ./run --help.");

    public static LocalText NeedsValue(string name) => new(
        $"Tuỳ chọn {name} cần một giá trị: hãy xem ./run --help.", $"The option {name} needs a value: see ./run --help.");

    public static LocalText NoPort(string value) => new(
        $"'{value}' không phải là cổng: hãy dùng --port với số từ 1 đến 65535.",
        $"'{value}' is not a port: use --port with a number from 1 to 65535.");

    public static LocalText PortTaken(int port) => new(
        $"Cổng {port} đang được dùng: hãy dừng chương trình đó hoặc chọn cổng khác, ví dụ --port {Next(port)}.",
        $"Port {port} is in use: stop that program or choose another port, for example --port {Next(port)}.");

    public static LocalText PortForbidden(int port) => new(
        $"Không có quyền mở cổng {port}: hãy chọn cổng từ 1024 trở lên, ví dụ --port 5080.",
        $"No permission to open port {port}: choose a port from 1024 on, for example --port 5080.");

    public static LocalText NoDatabase(string why) => new(
        $"Không kết nối được cơ sở dữ liệu đã chỉ ra ({why}): hãy kiểm tra --db hoặc OPENPAR_DB.",
        $"The named database cannot be reached ({why}): check --db or OPENPAR_DB.");

    /// <summary>Writes both languages to the console as UTF-8, whatever the terminal claims.</summary>
    public static void Say(LocalText text) => Write(Console.OpenStandardOutput(), text);

    /// <summary>The same, where refusals go.</summary>
    public static void Refuse(LocalText text) => Write(Console.OpenStandardError(), text);

    private static void Write(Stream stream, LocalText text)
    {
        using (stream) stream.Write(Encoding.UTF8.GetBytes($"{text.Vi}\n{text.En}\n"));
    }

    private static int Next(int port) => port < 65535 ? port + 1 : 5080;
}
