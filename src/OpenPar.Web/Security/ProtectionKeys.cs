using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace OpenPar.Web.Security;

/// <summary>Keeps the keys that protect cookies and forms in the database, so that every server of the installation reads the same.</summary>
public sealed class ProtectionKeys(NpgsqlDataSource source) : IXmlRepository
{
    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var keys = new List<XElement>();
        using var command = source.CreateCommand("select xml from accounts.data_protection_keys");
        using var reader = command.ExecuteReader();
        while (reader.Read()) keys.Add(XElement.Parse(reader.GetString(0)));
        return keys;
    }

    /// <inheritdoc />
    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        using var command = source.CreateCommand("insert into accounts.data_protection_keys (name, xml) values ($1, $2)");
        command.Parameters.AddWithValue(friendlyName);
        command.Parameters.AddWithValue(element.ToString(SaveOptions.DisableFormatting));
        command.ExecuteNonQuery();
    }
}
