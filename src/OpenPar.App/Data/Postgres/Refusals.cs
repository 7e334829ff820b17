using OpenPar.Core.Text;

namespace OpenPar.App.Data.Postgres;

/// <summary>Every reason why a private PostgreSQL cannot run, each with what to do about it.</summary>
internal static class Refusals
{
    public static LocalText NoServer(string why) => new(
        $"Không tìm thấy PostgreSQL 15 trở lên và không tải được qua npm ({why}): hãy cài PostgreSQL (Debian: apt-get install postgresql), đặt OPENPAR_PG_BIN, hoặc chỉ ra cơ sở dữ liệu bằng --db.",
        $"No PostgreSQL 15 or newer was found and npm could not fetch one ({why}): install PostgreSQL (Debian: apt-get install postgresql), set OPENPAR_PG_BIN, or name a database with --db.");

    public static LocalText NotAServer(string folder) => new(
        $"OPENPAR_PG_BIN={folder} không chứa initdb, pg_ctl và postgres phiên bản 15 trở lên: hãy trỏ tới thư mục bin của PostgreSQL.",
        $"OPENPAR_PG_BIN={folder} does not hold initdb, pg_ctl and postgres of version 15 or newer: point it at PostgreSQL's bin folder.");

    public static LocalText OtherVersion(string data, int major) => new(
        $"Dữ liệu trong {data} do PostgreSQL {major} tạo ra mà máy này không có phiên bản đó: hãy cài PostgreSQL {major} hoặc đặt OPENPAR_PG_BIN.",
        $"The data in {data} were made by PostgreSQL {major}, which this machine lacks: install PostgreSQL {major} or set OPENPAR_PG_BIN.");

    public static LocalText RootOnly(string folder) => new(
        $"PostgreSQL không chạy dưới quyền root và không người dùng nào khác vào được {folder}: hãy chạy bằng người dùng thường, hoặc chọn bằng --data một thư mục mà người dùng postgres vào được.",
        $"PostgreSQL refuses to run as root and no other user may enter {folder}: run as an ordinary user, or name with --data a folder that the user postgres may enter.");

    public static LocalText OtherOwner(string folder) => new(
        $"Cơ sở dữ liệu trong {folder} thuộc về người dùng khác: hãy chạy bằng người dùng đã tạo ra nó, hoặc chọn thư mục khác bằng --data.",
        $"The database in {folder} belongs to another user: run as the user who made it, or name another folder with --data.");

    public static LocalText NoPassword(string file) => new(
        $"Thiếu tệp mật khẩu {file} của cơ sở dữ liệu riêng: hãy khôi phục tệp này từ bản sao lưu, hoặc chọn thư mục khác bằng --data.",
        $"The private database's password file {file} is missing: restore it from a backup, or name another folder with --data.");

    public static LocalText Busy(string file) => new(
        $"Một tiến trình khác đang khởi động cơ sở dữ liệu và giữ {file} quá hai phút: hãy chờ hoặc dừng tiến trình đó rồi chạy lại.",
        $"Another process is starting the database and has held {file} for over two minutes: wait or stop it, then run again.");

    public static LocalText Failed(string log, string lastLine) => new(
        $"PostgreSQL không khởi động được ({lastLine}): hãy xem nhật ký {log}.",
        $"PostgreSQL did not start ({lastLine}): see the log {log}.");
}
