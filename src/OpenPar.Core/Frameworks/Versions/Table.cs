namespace OpenPar.Core.Frameworks.Versions;

/// <summary>Numbers by row and column.</summary>
internal sealed class Table(int rows, int columns)
{
    private readonly double[] cells = new double[rows * columns];

    public int Rows => rows;

    public int Columns => columns;

    public double this[int row, int column]
    {
        get => cells[(row * columns) + column];
        set => cells[(row * columns) + column] = value;
    }

    /// <summary>The same numbers by column and row.</summary>
    public Table Turned()
    {
        var turned = new Table(columns, rows);
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++) turned[j, i] = this[i, j];
        }

        return turned;
    }
}
