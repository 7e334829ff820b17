using System.Buffers.Binary;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenPar.App;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.App.Features.Accounts;

namespace OpenPar.Web.Tests.Accounts;

/// <summary>How the application itself keeps passwords; the other tests hash with fewer rounds.</summary>
public sealed class PasswordStrengthTests
{
    [Fact]
    public async Task A_password_is_kept_by_210_000_rounds_of_HMAC_SHA_512()
    {
        await using var source = NpgsqlDataSource.Create("Host=127.0.0.1");
        await using var services = new ServiceCollection().AddOpenPar(source, Path.GetTempPath()).BuildServiceProvider();
        var user = NewUser.Person("can-bo", "Cán bộ", null, [], DateTimeOffset.UtcNow);
        var hasher = services.GetRequiredService<IPasswordHasher<User>>();
        var kept = hasher.HashPassword(user, "một câu thật là dài");

        // Version 3 of ASP.NET Core's format: marker, function (2 is HMAC-SHA-512), rounds, length of the salt.
        var bytes = Convert.FromBase64String(kept);
        Assert.Equal(1, bytes[0]);
        Assert.Equal(2u, BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(1)));
        Assert.Equal(210_000u, BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(5)));
        Assert.Equal(PasswordVerificationResult.Success, hasher.VerifyHashedPassword(user, kept, "một câu thật là dài"));
    }
}
